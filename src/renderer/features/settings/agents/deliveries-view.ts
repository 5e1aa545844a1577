/** How it stands with a Bolna agent's deliveries. Pure; the panel draws it. */
import type { AgentWebhook } from '../../../../shared/contract/telephony.ts';

export type DeliveriesState = 'ours' | 'nowhere' | 'elsewhere' | 'earlier';

/** `earlier`: an address that looks like one this program had before; such a one is not remembered when it is replaced. */
export function deliveriesState({ current, isOurs }: Pick<AgentWebhook, 'current' | 'isOurs'>): DeliveriesState {
  if (isOurs) return 'ours';
  if (current === null) return 'nowhere';
  return current.includes('/webhooks/bolna/') ? 'earlier' : 'elsewhere';
}
