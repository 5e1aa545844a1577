/** Addresses of a call: the agent's, and ours for what SignalWire tells and asks of it. */

/** Waiting for the agent's own answer: the callee has answered already and hears nothing. */
export const AGENT_ANSWER_SECONDS = 20;
/** For so long the callee hears nothing while it is found out who answered. */
export const DETECTION_SECONDS = 10;

/** The agent's SIP address with its scheme; null where it is none that can be called. */
export function sipUri(address: unknown): string | null {
  if (typeof address !== 'string' || address.trim() === '') return null;
  const uri = /^sips?:/i.test(address.trim()) ? address.trim() : `sip:${address.trim()}`;
  return /^sips?:[^\s<>"'{}@]+@[^\s<>"'{}@]+$/i.test(uri) ? uri : null;
}

export interface OurAddresses {
  /** Where deliveries of the call go. */
  deliveries: string;
  /** Where its instructions are asked for. */
  instructions: string;
}

/** @param publicUrl without a slash at its end. */
export function ourAddresses(publicUrl: string, pathSecret: string, reference: string): OurAddresses {
  const deliveries = `${publicUrl}/webhooks/signalwire/${encodeURIComponent(pathSecret)}/${encodeURIComponent(reference)}`;
  return { deliveries, instructions: `${deliveries}/cxml` };
}

/** A ring limit as SignalWire takes it. */
export const ringLimit = (seconds: number) => Math.min(Math.max(Math.round(seconds), 1), 600);
