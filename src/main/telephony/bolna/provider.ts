/** Bolna as the engine sees it: the provider port over its HTTP interface. */
import type { CallHandle, TelephonyProvider } from '../../ports/provider.ts';
import { tokenBucket } from '../rate-limit.ts';
import { smallerLimit } from '../account-memory.ts';
import { comparedClock } from '../compared-clock.ts';
import { bolnaApi } from './api.ts';
import { readBolnaDelivery } from './deliveries.ts';
import { bolnaDesk } from './desk.ts';
import { dial } from './dial.ts';
import { lookUp } from './look-up.ts';
import type { BolnaParts } from './parts.ts';
import { fetchRecording } from './recording.ts';
import { withdraw } from './withdraw.ts';

export function bolnaProvider(parts: BolnaParts): TelephonyProvider {
  const api = bolnaApi(parts);
  const tokens = tokenBucket(() => parts.settings().callsPerSecond);
  const lookUpCall = (call: CallHandle) => lookUp(api, parts, call);
  return {
    name: 'bolna',
    // No way to end a call that is up is documented, and whether a call is recorded is a matter of the agent, not of the call.
    can: { hangUp: false, withdraw: true, record: false, lookUpByReference: true },
    takesPerCall: () => ({ callerNumber: true, record: false }),
    account: () => parts.account.read()?.name ?? null,
    accountLimit: () => smallerLimit(parts.settings().accountLimit, parts.account.read()?.limit ?? null),
    takeRateToken: (now) => tokens.take(now),
    nextRateTokenAt: (now) => tokens.nextAt(now),
    clockOffsetMs: comparedClock(parts.clock, api.clockOffset, async () => (parts.key() === '' ? null : api.ask('GET', '/user/me'))),
    dial: (request) => dial(api, request),
    lookUp: lookUpCall,
    hangUp: async () => ({ kind: 'cannot' }),
    withdraw: (call) => withdraw(api, call, lookUpCall),
    // Deliveries go to where the agent sends them, which is nowhere that reaches us while there is no public address.
    tellsProgress: ({ publicUrl, providerAgentId }) => publicUrl !== null && (parts.pointsHere?.(providerAgentId, publicUrl) ?? true),
    readDelivery: (delivery) => readBolnaDelivery(parts.pathSecret(), delivery),
    fetchRecording: (recordingUrl, range) => fetchRecording(parts, recordingUrl, range),
    desk: bolnaDesk(api, parts),
  };
}
