import { lookInterval } from '../../shared/domain/look-times.ts';
import type { Call } from '../data/call-store.ts';
import type { Parts } from '../parts.ts';
import { publicUrlOf } from '../ports/tunnel.ts';

type LookParts = Pick<Parts, 'providers' | 'data' | 'tunnel'>;
type ToldCall = Pick<Call, 'provider' | 'publicUrl' | 'providerAgentId'>;

/** Whether deliveries tell how this call goes on. */
export function isTold(parts: LookParts, { provider, publicUrl, providerAgentId }: ToldCall): boolean {
  // What was told to go to an address that is gone does not come.
  if (publicUrl !== null && publicUrl !== publicUrlOf(parts.tunnel)) return false;
  return parts.providers[provider]?.tellsProgress?.({ publicUrl, providerAgentId }) ?? true;
}

/** When the call is looked at next, if nothing is heard of it until then. */
export function nextLookAt(parts: LookParts, call: ToldCall & Pick<Call, 'claimedAt'>, now: number): number {
  const told = isTold(parts, call);
  return now + lookInterval({ told, ageMs: now - call.claimedAt, openCalls: told ? 0 : parts.data.calls.openCount() });
}
