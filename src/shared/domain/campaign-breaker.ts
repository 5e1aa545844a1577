/**
 * The campaign's breaker: a campaign whose calls mostly fail at the provider is paused, before a whole list is spent on a fault.
 * Pure; read by the dialer after each call that failed.
 */

export interface BreakerSettings {
  /** Calls within the time that say anything at all. */
  atLeastCalls: number;
  withinSeconds: number;
  /** More than this share of them, 0 to 1, is too much. */
  failedShare: number;
}

export interface RecentEnd {
  endedAt: number;
  /** Failed at the provider: not busy, not unanswered, not a wrong number. */
  failed: boolean;
}

/** How many of how many failed, where that is too much; else null. */
export function tooManyFailed(ends: readonly RecentEnd[], settings: BreakerSettings, now: number): { failed: number; of: number } | null {
  const recent = ends.filter(({ endedAt }) => endedAt > now - settings.withinSeconds * 1000);
  const failed = recent.filter((end) => end.failed).length;
  return recent.length >= settings.atLeastCalls && failed > recent.length * settings.failedShare ? { failed, of: recent.length } : null;
}
