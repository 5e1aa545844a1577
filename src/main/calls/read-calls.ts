/** Calls and their deliveries as a person may see them. */
import { notFound } from '../../shared/domain/app-error.ts';
import type { CallFilter, CallRow } from '../data/call-list-store.ts';
import { type Actor, scopeOf } from '../data/scope.ts';
import type { Parts } from '../parts.ts';

interface Page {
  page: number;
  limit: number;
}

export function listCalls(
  parts: Parts,
  actor: Actor,
  { page, limit, ...filter }: CallFilter & Page,
  most: number,
): { calls: CallRow[]; total: number } {
  const { callLists } = parts.data;
  return { calls: callLists.list(scopeOf(actor), filter, { page, limit }), total: callLists.count(scopeOf(actor), filter, most) };
}

/** @throws AppError `not_found`. */
export function readCall(parts: Parts, actor: Actor, id: string): CallRow {
  const [row] = parts.data.callLists.byIds(scopeOf(actor), [id]);
  if (!row) throw notFound('call');
  return row;
}

/** What providers told of one's own calls; an admin sees all, those too that matched no call. */
export function listDeliveries(parts: Parts, actor: Actor, { callId, ...page }: Page & { callId?: string | undefined }, most: number) {
  const { inbox } = parts.data;
  return { deliveries: inbox.list(scopeOf(actor), callId, page), total: inbox.count(scopeOf(actor), callId, most) };
}

/** @throws AppError `not_found` where the delivery speaks of none of the actor's calls. */
export function checkDelivery(parts: Parts, actor: Actor, id: number): void {
  const delivery = parts.data.inbox.get(id);
  const call = delivery?.callId ? parts.data.calls.get(scopeOf(actor), delivery.callId) : undefined;
  if (!delivery || !(call || actor.role === 'admin')) throw notFound('delivery');
}

/** The last deliveries that were refused, and how many there ever were. The api lets admins alone ask. */
export function listRefused({ data }: Pick<Parts, 'data'>) {
  return { refused: data.inbox.refused(), total: data.inbox.refusedCount() };
}
