/** The request for one call, and what Bolna's answer to it means. */
import type { DialAnswer, DialRequest } from '../../ports/provider.ts';
import { type DialWords, sendDial } from '../dial-answer.ts';
import { type BolnaApi, VENDOR } from './api.ts';
import { refusalOf } from './refusals.ts';
import { stateAtDial } from './states.ts';

/** Asks for one call, once. */
export function dial(api: BolnaApi, request: DialRequest): Promise<DialAnswer> {
  return sendDial(api.exchangeParts(), () => api.request('POST', '/call', newCallOf(request)), wordsFor(api, request));
}

/**
 * The call as Bolna takes it. Neither its own retries nor its own schedule are ever asked for: both would dial again, or at a time,
 * that no rule here knows of. Our reference comes last, so that no column of a file stands in for it.
 */
function newCallOf({ reference, phone, providerAgentId, callerNumber, variables }: DialRequest) {
  return {
    agent_id: providerAgentId,
    recipient_phone_number: phone,
    ...(callerNumber ? { from_phone_number: callerNumber } : {}),
    user_data: { ...variables, call_reference: reference },
  };
}

const wordsFor = (api: BolnaApi, request: DialRequest): DialWords => ({
  vendor: VENDOR,
  accepted(body) {
    const { execution_id: id, status } = (body ?? {}) as { execution_id?: unknown; status?: unknown };
    return typeof id === 'string' && id !== '' ? { kind: 'accepted', providerCallId: id, state: stateAtDial(status) } : null;
  },
  refused: (status, body) => refusalOf(status, api.said(body), request),
});
