/** How it stands with a Bolna agent's deliveries. Pure; the panel draws it. */
import type { AgentWebhook } from '../../../../shared/contract/telephony.ts';

export type DeliveriesState = 'ours' | 'earlier' | 'nowhere' | 'elsewhere';

/** `earlier`: a public address of this program that is not up now. */
export function deliveriesState({ current, ours, isOurs }: Pick<AgentWebhook, 'current' | 'ours' | 'isOurs'>): DeliveriesState {
  if (isOurs) return current === ours ? 'ours' : 'earlier';
  return current === null ? 'nowhere' : 'elsewhere';
}
