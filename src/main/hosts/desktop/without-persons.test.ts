import { expect, it } from 'vitest';
import { withoutPersons } from './without-persons.ts';

it.each([
  ['{"to":"ada@example.com"}', '{"to":"(e-mail)"}'],
  ['dialed +493021234100 at once', 'dialed (number) at once'],
  ['dialed +49 (30) 2123-4100.', 'dialed (number).'],
  ['“To” 15551234567 is not valid', '“To” (number) is not valid'],
  ['{"to":"15551234567"}', '{"to":"(number)"}'],
  ['GET /Calls?To=%2B15551234567&x', 'GET /Calls?To=(number)&x'],
  ['used rm_Zk3-abc_def9', 'used (token)'],
  ['{"level":30,"hostname":"Adas-MacBook","msg":"ready"}', '{"level":30,"hostname":"(computer)","msg":"ready"}'],
  ['{"remote":"192.168.1.7"} {"remote":"127.0.0.1"}', '{"remote":"(address)"} {"remote":"127.0.0.1"}'],
  ['ringmaster-20261127093000.db', 'ringmaster-20261127093000.db'],
  ['{"authorization":"Bearer abc.def-1"}', '{"authorization":"Bearer (token)"}'],
  ['eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln', '(token)'],
  ['POST /webhooks/bolna/s3cret-word/x', 'POST /webhooks/bolna/(word)/x'],
  ['ENOENT /home/ada/.local/share', 'ENOENT ~/.local/share'],
  ['{"time":1772442000000,"pid":4711,"ms":1234567}', '{"time":1772442000000,"pid":4711,"ms":1234567}'],
  ['campaign_8h2k took 2 + 3 steps', 'campaign_8h2k took 2 + 3 steps'],
])('%s', (text, left) => {
  expect(withoutPersons(text, '/home/ada')).toBe(left);
});

it('knows the folder also as JSON writes it', () => {
  expect(withoutPersons(String.raw`{"path":"C:\\Users\\ada\\x"}`, String.raw`C:\Users\ada`)).toBe(String.raw`{"path":"~\\x"}`);
});
