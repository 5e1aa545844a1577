/** The queue by hand for scripts: the verbs of the queue in the queue API's own words, paths and answers. */
import { implement } from '@orpc/server';
import { callQueueContract } from '../../shared/contract/call-queue.ts';
import { countOf } from '../../shared/domain/time-words.ts';
import type { Actor, Parts } from '../parts.ts';
import { addItem, addItems } from '../queue/add-items.ts';
import { callBack } from '../queue/call-back.ts';
import { cancelItem } from '../queue/cancel-item.ts';
import { changeItem } from '../queue/change-item.ts';
import { itemIdOf } from '../queue/find-item.ts';
import { historyOf } from '../queue/item-history.ts';
import { readQueueStatus } from '../queue/queue-status.ts';
import { readPlace, writePlace } from '../queue/place-text.ts';
import { readQueue, readQueueItem } from '../queue/read-queue.ts';
import { removeItem } from '../queue/remove-item.ts';
import { type ApiContext, asPerson, pageFrame, tellErrors } from './base.ts';
import { settableState, statesOf, toBegunCall, toCallQueueItem, toQueueStatus } from './call-queue-shape.ts';
import { toHistory } from './queue-shape.ts';

const person = implement(callQueueContract).$context<ApiContext>().use(tellErrors).use(asPerson);

interface Asked {
  context: { parts: Parts; actor: Actor };
}

/** The queue API's name of a field that lists are sorted by, where ours is another. */
const SORTS = { nextAttemptTime: 'dueAt', lastAttemptTime: 'lastAttemptAt' } as const;
/** Of the items that were not added, so many are told one by one. */
const MOST_TOLD = 1_000;

const shown = ({ context: { parts, actor } }: Asked, id: number) => {
  const entry = readQueueItem(parts, actor, id, { unplaced: true });
  return toCallQueueItem(entry, parts.data.queueHand.lastCallSids([id]));
};

export const callQueueRouter = person.router({
  status: person.status.handler(({ context, input }) => ({
    queueStatus: toQueueStatus(readQueueStatus(context.parts, context.actor, input.campaignId)),
  })),
  list: person.list.handler(async ({ context: { parts, actor }, input: { status, sortBy, after, ...query } }) => {
    const by = sortBy in SORTS ? SORTS[sortBy as keyof typeof SORTS] : (sortBy as Exclude<typeof sortBy, keyof typeof SORTS>);
    const asked = { ...query, sortBy: by, statuses: statesOf(status), unplaced: true };
    const { entries, total, next } = await readQueue(parts, actor, { ...asked, after: readPlace(after, asked) });
    const callSids = parts.data.queueHand.lastCallSids(entries.map(({ row }) => row.item.id));
    const queueItems = entries.map((entry) => toCallQueueItem(entry, callSids));
    return { ...pageFrame(entries, total, query), next: writePlace(next, asked), queueItems };
  }),
  get: person.get.handler((asked) => {
    const { parts, actor } = asked.context;
    const id = itemIdOf(asked.input.id);
    const entry = readQueueItem(parts, actor, id, { unplaced: true });
    const queueItem = toCallQueueItem(entry, parts.data.queueHand.lastCallSids([id]));
    return { queueItem, history: historyOf(parts, entry.row.item).map(toHistory) };
  }),
  add: person.add.handler(async (asked) => {
    const { nextAttemptTime, ...entry } = asked.input;
    const id = await addItem(asked.context.parts, asked.context.actor, { ...entry, at: nextAttemptTime?.getTime() });
    return { message: 'Item added to queue successfully', queueItem: shown(asked, id) };
  }),
  addMany: person.addMany.handler(async ({ context, input: { contacts, startTime, spacing, ...rest } }) => {
    const entries = { ...rest, contactIds: contacts, startAt: startTime?.getTime(), spacingMs: spacing * 1000 };
    const { itemIds, refused } = await addItems(context.parts, context.actor, entries);
    return {
      message: `${countOf(itemIds.length, 'item')} added to queue successfully`,
      addedCount: itemIds.length,
      failedCount: refused.length,
      queueIds: itemIds.map((id) => `queue_${id}`),
      failed: refused.slice(0, MOST_TOLD).map(({ contactId, error: { code, message } }) => ({ contactId, code, message })),
    };
  }),
  change: person.change.handler((asked) => {
    const { id: ref, status, nextAttemptTime, ...change } = asked.input;
    const id = itemIdOf(ref);
    changeItem(asked.context.parts, asked.context.actor, id, {
      ...change,
      at: nextAttemptTime?.getTime(),
      status: settableState(status),
    });
    return { message: 'Queue item updated successfully', queueItem: shown(asked, id) };
  }),
  remove: person.remove.handler(({ context, input }) => {
    removeItem(context.parts, context.actor, itemIdOf(input.id), input.reason);
    return { message: 'Queue item deleted successfully' };
  }),
  cancel: person.cancel.handler(async (asked) => {
    const { id: ref, ...words } = asked.input;
    const id = itemIdOf(ref);
    const isDone = await cancelItem(asked.context.parts, asked.context.actor, id, words);
    const queueItem = shown(asked, id);
    if (isDone) return { status: 200 as const, body: { message: 'Call canceled successfully', queueItem } };
    return { status: 202 as const, body: { message: 'The provider was asked to end the call', queueItem } };
  }),
  callback: person.callback.handler((asked) => {
    const { id: ref, callbackTime, ...callback } = asked.input;
    const id = itemIdOf(ref);
    callBack(asked.context.parts, asked.context.actor, id, { ...callback, at: callbackTime.getTime() });
    return { message: 'Callback scheduled successfully', queueItem: shown(asked, id) };
  }),
  callNow: person.callNow.handler(async (asked) => {
    const { id: ref, override, ...rest } = asked.input;
    const { parts, actor, dialer } = asked.context;
    const itemId = itemIdOf(ref);
    const own = { callerNumber: override?.callerIdNumber, record: override?.recordCall };
    const callId = await dialer.callNow(actor, { ...rest, ...own, itemId });
    const call = toBegunCall(parts, actor, callId);
    const queueItem = shown(asked, itemId);
    if (call.status === 'dialing')
      return { status: 202 as const, body: { message: 'The provider was asked for the call', queueItem, call } };
    return { status: 200 as const, body: { message: 'Call initiated successfully', queueItem, call } };
  }),
});
