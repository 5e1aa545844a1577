import { describe, expect, it } from 'vitest';
import { aSpace, type Answer, PROJECT_PATH } from '../../../../tests/helpers/signalwire-space.ts';

const OWN = `${PROJECT_PATH}/Recordings/r1.mp3`;
const audio = (status = 200) => new Response('sound', { status, headers: { 'content-type': 'audio/mpeg' } });
const moved = (location: string) => new Response(null, { status: 302, headers: { location } });
const get = async (answers: Record<string, Answer>, url: string, options: Parameters<typeof aSpace>[1] = {}) => {
  const { provider, sent } = aSpace(answers, options);
  const part = await provider.fetchRecording(url, 'bytes=0-9');
  return {
    text: part && (await new Response(part.body).text()),
    status: part?.status,
    asked: sent.map(({ url: address, headers }) => [address, headers['authorization'] !== undefined, headers['range']]),
  };
};

describe('fetchRecording', () => {
  it.each([OWN, `https://demo.signalwire.com${OWN}`])('fetches %s with the key, and the part that is asked for', async (url) => {
    expect(await get({ [`GET ${OWN}`]: audio(206) }, url)).toEqual({
      text: 'sound',
      status: 206,
      asked: [[`https://demo.signalwire.com${OWN}`, true, 'bytes=0-9']],
    });
  });

  it('takes the key nowhere else', async () => {
    const there = 'https://bucket.example.test/r1.mp3?signed=1';
    expect(await get({ [`GET ${OWN}`]: moved(there), 'GET /r1.mp3': audio() }, OWN)).toEqual({
      text: 'sound',
      status: 200,
      asked: [
        [`https://demo.signalwire.com${OWN}`, true, 'bytes=0-9'],
        [there, false, 'bytes=0-9'],
      ],
    });
    expect((await get({ 'GET /r2': audio() }, 'https://files.signalwire.com/r2')).asked).toEqual([
      ['https://files.signalwire.com/r2', false, 'bytes=0-9'],
    ]);
  });

  it('follows no redirect out of a secure connection, nor one after another without end', async () => {
    const open = await get({ 'GET /r2': moved('http://files.signalwire.com/r3'), 'GET /r3': audio() }, 'https://files.signalwire.com/r2');
    expect([open.text, open.asked.length]).toEqual([null, 1]);
    const round = await get({ 'GET /r2': moved('https://files.signalwire.com/r2') }, 'https://files.signalwire.com/r2');
    expect([round.text, round.asked.length]).toEqual([null, 4]);
  });

  it.each<[string, Answer]>([
    ['a 404', [404]],
    ['a 401', [401, {}]],
    ['a 500', [500]],
    ['no connection', new Error('reset')],
  ])('is nothing at %s', async (_, answer) => {
    expect((await get({ [`GET ${OWN}`]: answer }, OWN)).text).toBeNull();
  });

  it('leaves what is not at SignalWire to ElevenLabs, where that is set up', async () => {
    const url = 'https://api.elevenlabs.io/v1/convai/conversations/v1/audio';
    const asked: unknown[] = [];
    const fetchAudio = async (...given: unknown[]) => {
      asked.push(given);
      return { status: 200, headers: {}, body: new Response('voice').body! };
    };
    expect(await get({}, url, { conversations: { isSetUp: () => true, fetchAudio } })).toEqual({ text: 'voice', status: 200, asked: [] });
    expect(asked).toEqual([[url, 'bytes=0-9']]);
    expect(await get({}, url, { conversations: { fetchAudio } })).toMatchObject({ text: null, asked: [] });
  });
});
