/**
 * A recording, wherever Bolna keeps it: at its own address, which wants the key, or in a store of files, which must not get it. Nor
 * does the place that either of them sends us on to.
 */
import type { RecordingPart } from '../../ports/provider.ts';
import type { BolnaParts } from './parts.ts';

const MOST_REDIRECTS = 3;

export async function fetchRecording(
  { fetch, clock, settings, key }: Pick<BolnaParts, 'fetch' | 'clock' | 'settings' | 'key'>,
  recordingUrl: string,
  range: string | null,
): Promise<RecordingPart | null> {
  const { baseUrl, timeoutMs } = settings();
  const own = originOf(baseUrl);
  const abort = new AbortController();
  const stopTimer = clock.after(timeoutMs, () => abort.abort());
  try {
    let address: string | null = recordingUrl;
    for (let hop = 0; hop <= MOST_REDIRECTS && mayBeFetched(address, own); hop++) {
      const authorization = hop === 0 && originOf(address) === own ? { authorization: `Bearer ${key()}` } : {};
      // As it is kept: a range counts its bytes, and its length is told on.
      const headers = { ...authorization, 'accept-encoding': 'identity', ...(range === null ? {} : { range }) };
      const response = await fetch(new Request(address, { headers, signal: abort.signal, redirect: 'manual' }));
      const next = redirectOf(response, address);
      if (next === null) return partOf(response);
      await response.body?.cancel();
      address = next;
    }
    return null;
  } catch {
    return null;
  } finally {
    stopTimer();
  }
}

/** Bolna's own address as the settings have it; any other only over a secure connection. */
function mayBeFetched(address: string, own: string | null): boolean {
  const origin = originOf(address);
  return origin !== null && (origin === own || origin.startsWith('https://'));
}

function originOf(address: string): string | null {
  return URL.canParse(address) ? new URL(address).origin : null;
}

function redirectOf({ status, headers }: Response, from: string): string | null {
  const location = status >= 300 && status < 400 ? headers.get('location') : null;
  return location !== null && URL.canParse(location, from) ? new URL(location, from).href : null;
}

/** Sound, or a range that lies outside of it; anything else is no recording. */
function partOf(response: Response): RecordingPart | null {
  const { status, headers, body } = response;
  if (status !== 200 && status !== 206 && status !== 416) return null;
  const isSound = !/^(text\/|application\/(json|xml))/i.test(headers.get('content-type') ?? '');
  return body && (isSound || status === 416) ? { status, headers: Object.fromEntries(headers), body } : null;
}
