/** What became of a call: its conversation, by the vendor's id or else by our reference. */
import type { CallHandle, LookUpAnswer } from '../../ports/provider.ts';
import { theirInstants } from '../clock-offset.ts';
import { type Api, pathPart } from './api.ts';
import type { Conversation } from './conversation.ts';
import { type Ending, endingOf } from './ending.ts';
import { Candidates, listSince, readById } from './listing.ts';
import { isOver, reportOf } from './report.ts';
import { refusedBySip } from './sip.ts';

/** The reference is proof enough, so that the window may be wide: our clock and the vendor's need not agree. */
const BEFORE_CLAIM_MS = 10 * 60_000;

export interface LookUps {
  lookUp(call: CallHandle): Promise<LookUpAnswer>;
  /** The id of the conversation that carries our reference; null where there is none, or nothing was answered. */
  idOf(call: Pick<CallHandle, 'reference' | 'providerAgentId' | 'claimedAt'>): Promise<string | null>;
}

/** @param offsetMs how far our clock is ahead of the vendor's; null while unknown. */
export function lookUps(api: Api, offsetMs: () => number | null): LookUps {
  const candidates = new Candidates(api);

  const byReference = async ({ reference, providerAgentId, claimedAt }: Parameters<LookUps['idOf']>[0]) => {
    const listed = await listSince(api, {
      agentId: providerAgentId,
      userId: reference,
      since: theirInstants(claimedAt, offsetMs()).earliest - BEFORE_CLAIM_MS,
    });
    if (listed.kind === 'no-answer') return listed;
    const read = await candidates.withReference(listed.value, reference);
    if (read.kind === 'no-answer') return read;
    return read.value.found === null ? { kind: 'not-found' as const } : { kind: 'told' as const, value: read.value.found };
  };

  return {
    async lookUp(call) {
      const { providerCallId } = call;
      const answer = providerCallId === null ? await byReference(call) : await readById(api, providerCallId);
      if (answer.kind !== 'told') return answer;
      return { kind: 'found', report: reportOf(answer.value, await endOf(api, answer.value)) };
    },
    async idOf(call) {
      const answer = await byReference(call);
      return answer.kind === 'told' ? answer.value.id : null;
    },
  };
}

/** How a conversation ended; null while it has not. The trunk's messages are asked for only where nothing else says it. */
async function endOf(api: Api, conversation: Conversation): Promise<Ending | null> {
  if (!isOver(conversation)) return null;
  const ending = endingOf(conversation);
  if (ending.sure) return ending;
  const answer = await api.read(`/conversations/${pathPart(conversation.id)}/sip-messages`, { page_size: 100 });
  // Kept by a setting of the number: without them the call is over all the same.
  return endingOf(conversation, answer.kind === 'answered' && answer.status === 200 ? refusedBySip(answer.body) : null);
}
