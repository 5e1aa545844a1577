/** The way from the internet to the listener of deliveries, as the rest of the engine sees it. The tunnels are in `webhooks/tunnel/`. */

export type TunnelState =
  /** None was chosen: providers are asked. */
  | { state: 'off' }
  | { state: 'connecting' }
  | { state: 'up'; publicUrl: string; since: number }
  /** `nextTryAt` is null where trying again would change nothing: somebody has to set it up. */
  | { state: 'down'; reason: string; nextTryAt: number | null };

export interface TunnelPort {
  state(): TunnelState;
}

/** What settings see of the way in, besides its state. */
export interface TunnelDesk extends TunnelPort {
  /** Where the listener listens on this machine. */
  localUrl(): string;
  /** Whole addresses for the vendors at a public address, secret word included: for admins. */
  endpointsAt(publicUrl: string): Record<'bolna' | 'signalwire' | 'elevenlabs', string>;
  /** Tries to come up now, instead of at the next try. */
  tryNow(): void;
}

export const noTunnel: TunnelPort = { state: () => ({ state: 'off' }) };

/** The public address of the listener, without a slash at its end; null while nothing reaches us. */
export function publicUrlOf(tunnel: TunnelPort): string | null {
  const now = tunnel.state();
  return now.state === 'up' ? now.publicUrl : null;
}
