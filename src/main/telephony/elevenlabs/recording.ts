/** Fetches the recording of a conversation, with the key, for whoever listens. */
import type { RecordingPart } from '../../ports/provider.ts';
import { type Api, pathPart } from './api.ts';
import { conversationOf } from './report.ts';

/** What a player needs; nothing else of the vendor's answer is handed on. */
const HANDED_ON = ['content-type', 'content-range', 'accept-ranges', 'content-length'];
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/**
 * @param recordingUrl one that a report told; any other address is not fetched.
 * @param range an HTTP range header, passed on.
 * @returns null where there is no recording, or it does not come.
 */
export async function fetchAudio(api: Api, recordingUrl: string, range: string | null): Promise<RecordingPart | null> {
  const id = conversationOf(recordingUrl);
  if (id === null) return null;
  const { fetch, clock, timeoutMs } = api.parts();
  const abort = new AbortController();
  const stopTimer = clock.after(timeoutMs, () => abort.abort());
  const ranged = range === null ? {} : { range };
  const send = (request: Request) => fetch(new Request(request, { signal: abort.signal, redirect: 'manual' }));
  try {
    const first = api.request('GET', `/conversations/${pathPart(id)}/audio`, undefined, ranged);
    const answer = await send(first);
    const onward = onwardFrom(answer, first.url);
    return partOf(onward === null ? answer : await send(new Request(onward, { headers: ranged })));
  } catch {
    return null;
  } finally {
    stopTimer();
  }
}

/** Where a redirect leads: to a store of files, which gets no key, and never from a secure address to an open one. */
function onwardFrom(answer: Response, from: string): string | null {
  const location = REDIRECTS.has(answer.status) ? answer.headers.get('location') : null;
  if (location === null || !URL.canParse(location, from)) return null;
  const onward = new URL(location, from);
  return onward.protocol === 'https:' || onward.protocol === new URL(from).protocol ? onward.href : null;
}

function partOf({ status, headers, body }: Response): RecordingPart | null {
  if ((status !== 200 && status !== 206 && status !== 416) || body === null) return null;
  // A body that came packed was unpacked on the way: its length is another one.
  const names = headers.has('content-encoding') ? HANDED_ON.slice(0, -1) : HANDED_ON;
  const handedOn = names.flatMap((name) => {
    const value = headers.get(name);
    return value === null ? [] : [[name, value] as const];
  });
  return { status, headers: Object.fromEntries(handedOn), body };
}
