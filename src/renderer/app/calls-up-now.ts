/** The calls that are up, by what can be done about them. Pure. */
import type { ProviderInfo } from '../../shared/contract/telephony.ts';
import { PROVIDER_NAMES } from '../../shared/domain/provider-names.ts';
import type { ProviderName } from '../../shared/domain/states.ts';

export interface CallsUpNow {
  up: number;
  /** How many of them can be hung up; null until that is known. */
  hangable: number | null;
  /** The providers that hang up no call, where one of them has a call up. */
  holdOut: readonly string[];
}

/**
 * What can be hung up of so many calls.
 * @param by the provider of each call that is known; of calls that are not among them nothing is held against hanging up.
 * @param providers null until they are read, and where they cannot be: `failed` says which.
 */
export function callsUpNow(
  up: number,
  by: readonly ProviderName[],
  providers: readonly ProviderInfo[] | null,
  failed: boolean,
): CallsUpNow {
  if (providers === null) return { up, hangable: failed ? up : null, holdOut: [] };
  const can = (name: ProviderName) => providers.find((one) => one.name === name)?.can?.hangUp === true;
  const stuck = by.filter((name) => !can(name));
  const holdOut = [...new Set(stuck)].map((name) => PROVIDER_NAMES[name]);
  return { up, hangable: Math.max(0, up - stuck.length), holdOut };
}
