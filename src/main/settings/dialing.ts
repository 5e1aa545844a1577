/** The settings of dialing: stored in part, read whole. What was never set has its default. */
import { DialingChange, type DialingSettings } from '../../shared/contract/settings.ts';
import { MINUTE_MS } from '../../shared/domain/calendar.ts';
import type { Actor } from '../data/scope.ts';
import type { Parts } from '../parts.ts';
import { mustBeAdmin } from './must-be-admin.ts';

const KEY = 'dialing';

/** Defaults of everything but the zone, which is the computer's own. */
export const DEFAULT_DIALING: Omit<DialingSettings, 'timeZone'> = {
  passSeconds: 10,
  gapMinutes: 60,
  longestMinutes: 60,
  ringSeconds: 45,
  campaignsPerHour: 60,
  importMaxBytes: 100 * 1024 * 1024,
  importMaxRows: 1_000_000,
  defaultCountry: null,
  breaker: { atLeastCalls: 5, withinSeconds: 120, failedShare: 0.5 },
};

/** The zone of the computer that the engine runs on. */
export const hostTimeZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';

/** The settings as they hold now. Throws nothing: a stored part that makes no sense is left out, so that its default holds. */
export function dialingSettings(parts: Pick<Parts, 'data'>): DialingSettings {
  const stored = readStored(parts);
  return {
    ...DEFAULT_DIALING,
    ...stored,
    timeZone: stored.timeZone ?? hostTimeZone(),
    breaker: { ...DEFAULT_DIALING.breaker, ...stored.breaker },
  } as DialingSettings;
}

/**
 * Changes some of the settings; the others stay. Admins only.
 * @returns the settings as they hold from now on.
 */
export function changeDialing(parts: Parts, actor: Actor, change: DialingChange): DialingSettings {
  mustBeAdmin(actor);
  return parts.data.database.write(() => {
    const stored = readStored(parts);
    const next = { ...stored, ...change, breaker: { ...stored.breaker, ...change.breaker } };
    const now = parts.clock.now();
    const before = dialingSettings(parts).gapMinutes;
    parts.data.settings.writeTx(KEY, next, now);
    const settings = dialingSettings(parts);
    // Who was held for the longer gap is asked again under the shorter one.
    if (settings.gapMinutes < before) parts.data.duties.wakeHeldTx(now, now + before * MINUTE_MS);
    return settings;
  });
}

/**
 * Keeps the computer's zone as the installation's at the first start, so that a computer that travels does not move the days
 * of what spans campaigns. Called by the engine at every start.
 */
export function settleTimeZone(parts: Parts): void {
  if (readStored(parts).timeZone !== undefined) return;
  parts.data.database.write(() => parts.data.settings.writeTx(KEY, { ...readStored(parts), timeZone: hostTimeZone() }, parts.clock.now()));
}

function readStored({ data }: Pick<Parts, 'data'>): DialingChange {
  const stored = data.settings.read(KEY) ?? {};
  const whole = DialingChange.safeParse(stored);
  if (whole.success) return whole.data;
  const bad = new Set(whole.error.issues.map((issue) => issue.path[0]));
  const rest = Object.entries(stored).filter(([key]) => !bad.has(key) && key in DialingChange.shape);
  return DialingChange.safeParse(Object.fromEntries(rest)).data ?? {};
}
