/** Whether the public address leads here: asked through it, from outside as far as this machine can. */
import type { Clock } from '../../ports/clock.ts';
import { pause } from './open-tunnel.ts';

/** How a request leaves: `globalThis.fetch` in the program. */
export type Fetch = (request: Request) => Promise<Response>;

export interface SelfCheckParts {
  fetch: Fetch;
  clock: Clock;
  /** How long the whole answer may take. */
  answerMs: number;
}

/**
 * Asks `<publicUrl>/health` and is satisfied only by the given instance. Null where it answered; else a sentence that says what came
 * instead. Never throws; an aborted signal ends it early.
 */
export async function checkItself(parts: SelfCheckParts, publicUrl: string, instance: string, signal: AbortSignal): Promise<string | null> {
  const over = new AbortController();
  const timeUp = pause(parts.clock, parts.answerMs, AbortSignal.any([signal, over.signal])).then(() => {
    over.abort();
    return `${publicUrl} did not answer within ${Math.round(parts.answerMs / 1000)} seconds.`;
  });
  try {
    return await Promise.race([ask(parts.fetch, publicUrl, instance, AbortSignal.any([signal, over.signal])), timeUp]);
  } finally {
    over.abort();
  }
}

async function ask(fetch: Fetch, publicUrl: string, instance: string, signal: AbortSignal): Promise<string | null> {
  let response: Response;
  let body: unknown;
  try {
    const headers = { accept: 'application/json' };
    response = await fetch(new Request(`${publicUrl}/health`, { headers, redirect: 'manual', cache: 'no-store', signal }));
    body = await readJson(response);
  } catch (error) {
    return unreachable(publicUrl, error);
  }
  const answered = typeof body === 'object' && body !== null && 'instance' in body ? body.instance : undefined;
  if (response.ok && answered === instance) return null;
  if (response.ok && typeof answered === 'string')
    return `Another running Ringmaster answers at ${publicUrl}. End it, or give this one an address of its own.`;
  return `${publicUrl} does not lead here: its answer was ${response.status}, and not this program's. Check where the address leads.`;
}

async function readJson(response: Response): Promise<unknown> {
  const text = await response.text();
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function unreachable(publicUrl: string, error: unknown): string {
  const code = codeOf(error);
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return `The name in ${publicUrl} cannot be found. Check the address, and that this computer is online.`;
  if (/CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ALTNAME/.test(code))
    return `The certificate of ${publicUrl} is not valid (${code}). Providers would refuse it too.`;
  return `${publicUrl} cannot be reached${code ? ` (${code})` : ''}.`;
}

/** The system's word for what went wrong; fetch hides it in the cause. */
function codeOf(error: unknown): string {
  for (let each = error, deep = 0; typeof each === 'object' && each !== null && deep < 4; deep += 1) {
    if ('code' in each && typeof each.code === 'string') return each.code;
    each = 'cause' in each ? each.cause : undefined;
  }
  return '';
}
