/** Ends a call, or takes it back before it is begun: each interface has its own way, and each stage of a call its own word. */
import type { CallHandle, StopAnswer } from '../../ports/provider.ts';
import { isLineDown } from '../../../shared/domain/states.ts';
import type { Exchange } from '../exchange.ts';
import { isTooLate, refusalsOf } from './errors.ts';
import type { Finder } from './finder.ts';
import type { Sighting } from './sightings.ts';
import { CALLING_PATH, type Space, silent } from './space.ts';

/** Ends a call that is up, or one that is not answered yet. */
export async function hangUp(space: Space, find: Finder, call: CallHandle): Promise<StopAnswer> {
  const found = await find(call);
  if (found.kind !== 'seen') return found.kind === 'not-found' ? { kind: 'cannot' } : found;
  if (isLineDown(found.seen.state)) return { kind: 'too-late' };
  const isAnswered = found.seen.state === 'in-progress';
  if (!isAnswered) {
    const cancelled = await stop(space, found.seen, 'cancel');
    // It may have been answered since it was seen; then it is not cancelled but ended.
    if (cancelled.kind !== 'too-late') return cancelled;
  }
  return stop(space, found.seen, 'end');
}

/** Takes back a call that SignalWire has queued. */
export async function withdraw(space: Space, find: Finder, call: CallHandle): Promise<StopAnswer> {
  const found = await find(call);
  if (found.kind !== 'seen') return found.kind === 'not-found' ? { kind: 'cannot' } : found;
  return found.seen.state === 'queued' ? stop(space, found.seen, 'cancel') : { kind: 'too-late' };
}

async function stop(space: Space, { surface, id }: Sighting, how: 'cancel' | 'end'): Promise<StopAnswer> {
  const answer = await (surface === 'log'
    ? space.ask('POST', CALLING_PATH, {
        json: { command: 'calling.end', id, params: { reason: how === 'cancel' ? 'cancel' : 'hangup' } },
      })
    : space.ask('POST', space.project(`/Calls/${encodeURIComponent(id)}`), {
        form: [['Status', how === 'cancel' ? 'canceled' : 'completed']],
      }));
  return stopAnswer(answer);
}

/** The call was seen a moment ago: what does not know it any more, or does not take the change, has seen it end. */
function stopAnswer(answer: Exchange): StopAnswer {
  if (answer.kind !== 'answered') return silent(answer);
  const { status, body } = answer;
  if (status >= 200 && status < 300) return { kind: 'done' };
  if (isTooLate(body) || status === 404 || status === 409 || status === 410) return { kind: 'too-late' };
  if (status === 422 && refusalsOf(body).some(isAboutTheCall)) return { kind: 'too-late' };
  return silent(answer);
}

const isAboutTheCall = ({ code, message, attribute }: ReturnType<typeof refusalsOf>[number]) =>
  attribute === 'id' || /not[ _]found|ended|not active|no longer|in progress/i.test(`${code ?? ''} ${message ?? ''}`);
