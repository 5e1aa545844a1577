/** The two lamps of every screen: does telephony answer, do deliveries come in. For everyone: nobody's keys or addresses are in it. */
import type { Connections } from '../../shared/contract/live.ts';
import { PROVIDERS } from '../../shared/domain/states.ts';
import type { Parts } from '../parts.ts';
import { PROVIDER_NAMES } from '../../shared/domain/provider-names.ts';

export function readConnections(parts: Parts): Connections {
  return { telephony: telephonyLamp(parts), tunnel: tunnelLamp(parts) };
}

function telephonyLamp({ data, providers }: Parts): Connections['telephony'] {
  const set = PROVIDERS.filter((name) => providers[name] !== undefined);
  const silent = set.find((name) => data.calls.health(name).breakerOpenAt !== null);
  if (silent) {
    const { lastReason } = data.calls.health(silent);
    return { state: 'trouble', sentence: `${PROVIDER_NAMES[silent]} does not answer as it should${lastReason ? `: ${lastReason}` : '.'}` };
  }
  const vendors = set.filter((name) => name !== 'practice').map((name) => PROVIDER_NAMES[name]);
  return vendors.length === 0
    ? { state: 'practice', sentence: 'Only the practice line is set up: it calls nobody.' }
    : { state: 'works', sentence: `Set up: ${vendors.join(', ')}.` };
}

function tunnelLamp({ tunnel }: Parts): Connections['tunnel'] {
  const now = tunnel.state();
  switch (now.state) {
    case 'off':
      return { state: 'off', sentence: 'No tunnel: providers are asked what became of each call.' };
    case 'connecting':
      return { state: 'connecting', sentence: 'The tunnel is being opened.' };
    case 'up':
      return { state: 'works', sentence: 'Deliveries come in through the tunnel.' };
    case 'down':
      return { state: 'trouble', sentence: now.reason };
  }
}
