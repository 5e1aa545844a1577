import { expect, it } from 'vitest';
import { withoutPersons } from './without-persons.ts';

it.each([
  ['{"to":"ada@example.com"}', '{"to":"(e-mail)"}'],
  ['dialed +493021234100 at once', 'dialed (number) at once'],
  ['dialed +49 (30) 2123-4100.', 'dialed (number).'],
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
