import { describe, expect, it } from 'vitest';
import { aDial, aSwmlDial, CXML_TO_AGENT, emulatedSpace } from './emulated-space.ts';

const MINUTE = 60_000;
const RECORDED_URL = 'https://hooks.example.test/recorded';
const answer = () => new Response(CXML_TO_AGENT);
const recorded = { Record: 'true', RecordingStatusCallback: RECORDED_URL };

describe('recordings', () => {
  it('are told once they are there, and can be had whole and in part', async () => {
    const { ask, clock, told } = emulatedSpace({ answer });
    const { sid } = (await (await ask('Calls', { form: aDial(recorded) })).json()) as { sid: string };
    await clock.advance(10 * MINUTE);
    const [callback, ...more] = told('/recorded');
    expect(more).toEqual([]);
    const fields = Object.fromEntries(callback!.form);
    expect(fields).toMatchObject({ CallSid: sid, RecordingStatus: 'completed', RecordingChannels: '1' });
    expect(Number(fields['RecordingDuration'])).toBeGreaterThan(10);
    const path = new URL(fields['RecordingUrl']!).pathname;

    const whole = await ask(path);
    expect([whole.status, whole.headers.get('content-type')]).toEqual([200, 'audio/wav']);
    const bytes = new Uint8Array(await whole.arrayBuffer());
    expect(new TextDecoder().decode(bytes.slice(0, 4))).toBe('RIFF');
    const part = await ask(path, { headers: { range: 'bytes=0-3' } });
    expect([part.status, part.headers.get('content-range'), await part.text()]).toEqual([206, `bytes 0-3/${bytes.length}`, 'RIFF']);

    const resource = (await (await ask(path.replace('.wav', '.json'))).json()) as Record<string, unknown>;
    expect(resource).toMatchObject({ sid: fields['RecordingSid'], call_sid: sid, duration: fields['RecordingDuration'] });
    const list = (await (await ask(`Calls/${sid}/Recordings.json`)).json()) as Record<string, unknown>;
    expect(list['recordings']).toEqual([resource]);
  });

  it('need the key, or do not, by a switch', async () => {
    const { ask, clock, told, space } = emulatedSpace({ answer });
    await ask('Calls', { form: aDial(recorded) });
    await clock.advance(10 * MINUTE);
    const path = new URL(told('/recorded')[0]!.form.get('RecordingUrl')!).pathname;
    expect((await ask(path, { token: 'wrong' })).status).toBe(401);
    space.configure({ recordingsNeedAuth: false });
    expect((await ask(path, { token: 'wrong' })).status).toBe(200);
    expect((await ask('Calls', { token: 'wrong' })).status).toBe(401);
  });

  it('are told to be absent only where that was asked for', async () => {
    const { ask, clock, told } = emulatedSpace({ answer });
    await ask('Calls', { form: aDial({ ...recorded, To: '+15550100001' }) });
    await ask('Calls', { form: aDial({ ...recorded, To: '+15550100006' }) });
    await ask('Calls', { form: aDial({ ...recorded, To: '+15550100106', RecordingStatusCallbackEvent: 'completed absent' }) });
    await clock.advance(10 * MINUTE);
    expect(told('/recorded').map(({ form }) => form.get('RecordingStatus'))).toEqual(['absent']);
  });

  it('of the Calling API are told as JSON', async () => {
    const { ask, clock, told } = emulatedSpace();
    const main = [{ record_call: { status_url: RECORDED_URL } }, { connect: { to: 'sip:a@b.test' } }];
    await ask('/api/calling/calls', { json: aSwmlDial({ swml: { sections: { main } } }) });
    await clock.advance(10 * MINUTE);
    const { event_type, params } = JSON.parse(told('/recorded')[0]!.body) as { event_type: string; params: { url: string; state: string } };
    expect([event_type, params.state]).toEqual(['calling.call.record', 'finished']);
    expect((await ask(new URL(params.url).pathname)).status).toBe(200);
  });
});
