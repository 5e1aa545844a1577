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

export const noTunnel: TunnelPort = { state: () => ({ state: 'off' }) };

/** The public address of the listener, without a slash at its end; null while nothing reaches us. */
export function publicUrlOf(tunnel: TunnelPort): string | null {
  const now = tunnel.state();
  return now.state === 'up' ? now.publicUrl : null;
}
