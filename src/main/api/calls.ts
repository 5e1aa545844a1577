/** Calls: the list, one call, what providers told of it. */
import { implement } from '@orpc/server';
import { COUNTED_TO } from '../../shared/contract/base.ts';
import { callsContract } from '../../shared/contract/calls.ts';
import { callDetails, callView } from '../calls/call-view.ts';
import { freeSlot } from '../calls/free-slot.ts';
import { checkDelivery, listCalls, listDeliveries, readCall } from '../calls/read-calls.ts';
import { type ApiContext, asAdmin, asPerson, pageFrame, tellErrors } from './base.ts';
import { dateOf, dateOrNull } from './shape.ts';

const base = implement(callsContract).$context<ApiContext>().use(tellErrors);
const person = base.use(asPerson);
const admin = base.use(asAdmin);

export const callsRouter = base.router({
  list: person.list.handler(({ context, input }) => {
    const { calls, total } = listCalls(context.parts, context.actor, input, COUNTED_TO);
    return { ...pageFrame(calls, total, input), calls: calls.map(callView) };
  }),
  get: person.get.handler(({ context, input }) => ({ call: callDetails(readCall(context.parts, context.actor, input.id)) })),
  free: admin.free.handler(({ context, input }) => {
    freeSlot(context.parts, context.actor, input.id, input.reason);
    return { call: callDetails(readCall(context.parts, context.actor, input.id)) };
  }),
  deliveries: person.deliveries.handler(({ context, input }) => {
    const { deliveries, total } = listDeliveries(context.parts, context.actor, input, COUNTED_TO);
    return { ...pageFrame(deliveries, total, input), deliveries: deliveries.map(toDelivery) };
  }),
  applyAgain: person.applyAgain.handler(({ context, input }) => {
    checkDelivery(context.parts, context.actor, input.id);
    const { state, note } = context.inbox.applyAgain(input.id);
    return { state: state as Delivery['state'], note };
  }),
});

type Delivery = ReturnType<typeof toDelivery>;

function toDelivery(delivery: ReturnType<typeof listDeliveries>['deliveries'][number]) {
  const { id, provider, callId, providerCallId, state, note, body } = delivery;
  return {
    id,
    provider,
    callId,
    callSid: providerCallId,
    state,
    note,
    body,
    receivedAt: dateOf(delivery.receivedAt),
    appliedAt: dateOrNull(delivery.appliedAt),
  };
}
