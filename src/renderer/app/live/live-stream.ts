/**
 * Listens to the engine for as long as somebody is signed in: subscribes once, goes on from the last number after a break, and
 * is given a snapshot where too much was missed. Nothing on screen asks again and again.
 */
import { api } from '../connection/client.ts';
import { worthATry } from '../connection/pause.ts';
import { token, tokenRefused } from '../session/token.ts';
import { follow } from './follow.ts';
import { applyEvent, forgetAll } from './live-store.ts';

const AGAIN_MS = 1_000;

/** Begins to listen. Call what it returns to stop. */
export function followEngine(): () => void {
  const stop = new AbortController();
  forgetAll();
  let used: string | null = null;
  const subscribe = (after: number | undefined) => {
    used = token();
    return api.live.subscribe(after === undefined ? {} : { after }, { signal: stop.signal });
  };
  const listen = () => void follow({ subscribe, apply: applyEvent, refused, pause: () => worthATry(AGAIN_MS), signal: stop.signal });
  // A new password ends the stream of the old token; the page has a new one by then, and goes on with it.
  const refused = () => (token() === used ? tokenRefused() : listen());
  listen();
  return () => stop.abort();
}
