import { lookInterval } from '../../shared/domain/look-times.ts';
import type { Call } from '../data/call-store.ts';
import type { Parts } from '../parts.ts';

/** Whether deliveries tell how this call goes on. */
export function isTold(parts: Pick<Parts, 'providers'>, { provider, publicUrl }: Pick<Call, 'provider' | 'publicUrl'>): boolean {
  return parts.providers[provider]?.tellsProgress?.({ publicUrl }) ?? true;
}

/** When the call is looked at next, if nothing is heard of it until then. */
export function nextLookAt(
  parts: Pick<Parts, 'providers' | 'data'>,
  call: Pick<Call, 'provider' | 'publicUrl' | 'claimedAt'>,
  now: number,
): number {
  const told = isTold(parts, call);
  return now + lookInterval({ told, ageMs: now - call.claimedAt, openCalls: told ? 0 : parts.data.calls.openCount() });
}
