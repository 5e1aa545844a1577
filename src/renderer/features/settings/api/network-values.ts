/** The way in from the network as its form holds it, by the paths of the contract, and what is sent of it. Pure. */
import type { ApiAccess, ApiAccessChange } from '../../../../shared/contract/access.ts';
import { DAY_MS } from '../../../../shared/domain/calendar.ts';
import type { FieldErrors } from '../../../lib/field-errors.ts';
import { numberProblem, readNumber } from '../form/number-text.ts';
import { PORTS } from './access-values.ts';

export interface NetworkValues {
  'network.port': string;
  /** Empty: the one that is kept stays. */
  'network.certificate': string;
  'network.key': string;
}

export const valuesOf = ({ network }: ApiAccess): NetworkValues => ({
  'network.port': String(network.port),
  'network.certificate': '',
  'network.key': '',
});

export function networkErrors(values: NetworkValues): FieldErrors<NetworkValues> {
  const problem = numberProblem(values['network.port'], PORTS);
  return problem === undefined ? {} : { 'network.port': problem };
}

/** Only what was given: an empty certificate or key is none. */
export function networkChange(values: NetworkValues, { network }: ApiAccess): ApiAccessChange {
  const port = readNumber(values['network.port']) ?? network.port;
  const certificate = values['network.certificate'].trim();
  const key = values['network.key'].trim();
  return {
    network: {
      ...(port !== network.port && { port }),
      ...(certificate !== '' && { certificate: `${certificate}\n` }),
      ...(key !== '' && { key: `${key}\n` }),
    },
  };
}

/** Whole days until a certificate ends, where that is soon enough to be said; 0 or less once it has. */
export function daysLeft(validUntil: Date, now: number): number | null {
  const left = Math.floor((validUntil.getTime() - now) / DAY_MS);
  return left < 30 ? (validUntil.getTime() <= now ? 0 : Math.max(1, left)) : null;
}
