/** Fetches a recording: SignalWire's own with its key, every other from ElevenLabs, whose agent spoke. */
import type { RecordingPart } from '../../ports/provider.ts';
import type { Conversations } from '../elevenlabs/conversations.ts';
import type { Space } from './space.ts';

const MOST_REDIRECTS = 3;

/** @param range passed on as it is. Null where there is no recording. */
export async function fetchRecording(
  conversations: Conversations,
  space: Space,
  recordingUrl: string,
  range: string | null,
): Promise<RecordingPart | null> {
  if (space.missing() === null && isSignalWires(space, recordingUrl)) return fetchOwn(space, recordingUrl, range);
  return conversations.isSetUp() ? conversations.fetchAudio(recordingUrl, range) : null;
}

function isSignalWires(space: Space, url: string): boolean {
  if (space.ownPath(url) !== null) return true;
  return URL.canParse(url) && new URL(url).protocol === 'https:' && new URL(url).hostname.endsWith('.signalwire.com');
}

/** The key goes to the space itself alone; where it sends us on to, the address is enough. */
async function fetchOwn(space: Space, recordingUrl: string, range: string | null): Promise<RecordingPart | null> {
  const { fetch, clock, timeoutMs } = space.parts();
  const abort = new AbortController();
  const stopTimer = clock.after(timeoutMs, () => abort.abort());
  try {
    let url = recordingUrl;
    for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
      const response = await fetch(new Request(requestFor(space, url, range), { signal: abort.signal, redirect: 'manual' }));
      const { location, address } = movedTo(response, url);
      if (location === null) return partOf(response);
      await response.body?.cancel();
      if (address === null) return null;
      url = address;
    }
    return null;
  } catch {
    return null;
  } finally {
    stopTimer();
  }
}

function requestFor(space: Space, url: string, range: string | null): Request {
  const path = space.ownPath(url);
  const request = path === null ? new Request(url) : space.request('GET', path);
  request.headers.delete('accept');
  if (range !== null) request.headers.set('range', range);
  return request;
}

/** Where a redirect leads; `address` is null where it must not be followed: to no address, or out of a secure connection. */
function movedTo(response: Response, from: string): { location: string | null; address: string | null } {
  const location = [301, 302, 303, 307, 308].includes(response.status) ? response.headers.get('location') : null;
  if (location === null) return { location, address: null };
  const base = URL.canParse(from) ? from : undefined;
  const target = URL.canParse(location, base) ? new URL(location, base) : null;
  const isSecure = target?.protocol === 'https:' || (base !== undefined && target?.protocol === new URL(base).protocol);
  return { location, address: target && isSecure ? target.href : null };
}

function partOf(response: Response): RecordingPart | null {
  if (!response.ok && response.status !== 416) return null;
  if (!response.body) return null;
  return { status: response.status, headers: Object.fromEntries(response.headers), body: response.body };
}
