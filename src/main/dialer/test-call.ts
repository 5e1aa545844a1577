/**
 * A test call: an agent heard on one's own phone. Claimed by the same transaction as every call, under the same limits and one at a
 * time to a number; no window and no campaign stand over it, and no figure counts it.
 */
import { briefingOf } from '../../shared/domain/agent-briefing.ts';
import { AppError, badInput, conflict } from '../../shared/domain/app-error.ts';
import { readPhoneNumber } from '../../shared/domain/phone-number.ts';
import { visibleAgent } from '../agents/agent-rules.ts';
import type { Actor } from '../data/scope.ts';
import type { Parts } from '../parts.ts';
import { dialingSettings } from '../settings/dialing.ts';
import { ClaimRoom } from './claim-room.ts';
import { providerFull, refuseWithoutRoom } from './no-room.ts';
import { type ClaimedCall, recordCallTx } from './record-call.ts';

export interface TestCall {
  agentId: string;
  phoneNumber: string;
  nextAction: string;
}

/** Claims the test call; it is durable in `dialing` when this returns. Errors as `DialerPort.testCall`. */
export function claimTestCall(parts: Parts, actor: Actor, { agentId, phoneNumber, nextAction }: TestCall): ClaimedCall {
  const agent = visibleAgent(parts, actor, agentId);
  const { defaultCountry, timeZone } = dialingSettings(parts);
  const number = readPhoneNumber(phoneNumber, defaultCountry ?? undefined);
  if (!number.ok) throw badInput('bad_phone_number', `${number.reason}.`, { details: [{ path: 'phoneNumber', message: number.reason }] });
  const user = parts.data.users.get(actor.userId);
  return parts.data.database.write(() => {
    const room = new ClaimRoom(parts, parts.clock.now());
    const line = room.lineOf(agent.id);
    if (!line)
      throw new AppError(
        'unavailable',
        'provider_not_set_up',
        `The provider of ${agent.name} is not set up. An admin does that in Settings → Telephony.`,
      );
    refuseWithoutRoom(room, { userId: actor.userId, limit: user?.concurrentCallsLimit ?? 0, lastTurn: null });
    if (parts.data.compliance.isListed(number.e164)) throw conflict('do_not_call', 'This number is on the do-not-call list.');
    if (parts.data.claims.isNumberUp(number.e164, line.practice)) throw conflict('number_busy', 'A call to this number is up already.');
    if (!room.takeProviderRoom(line.provider)) throw providerFull(room, line.provider);
    const variables = briefingOf({
      contact: {
        name: user?.name ?? null,
        firstName: null,
        lastName: null,
        email: null,
        company: null,
        lastConversationAt: null,
        transcriptSummary: null,
        customFields: {},
      },
      nextAction,
      timeZone,
    });
    return recordCallTx(room, line, { userId: actor.userId, phone: number.e164, variables, origin: 'test', attempt: 1, calledFor: null });
  });
}
