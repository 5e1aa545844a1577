/** So many a second as may be taken: calls that a provider takes, requests that a token may make. */

export interface TokenBucket {
  /** Takes one token if there is one. */
  take(now: number): boolean;
  /** When there will be a token: `now` where there is one. */
  nextAt(now: number): number;
}

/**
 * A bucket that fills with `perSecond()` tokens a second and holds at most one second's worth, at least one. Null means no
 * limit; 0 means none at all. The rate is asked each time, so that a changed setting holds at once.
 */
export function tokenBucket(perSecond: () => number | null): TokenBucket {
  let tokens: number | null = null;
  let filledAt = 0;

  /** Fills up to `now`. A clock that was set back gives no tokens and takes none. */
  const fill = (now: number, rate: number): number => {
    const most = rate === 0 ? 0 : Math.max(1, rate);
    const gained = tokens === null ? most : (Math.max(0, now - filledAt) * rate) / 1000;
    tokens = Math.min(most, (tokens ?? 0) + gained);
    filledAt = now;
    return tokens;
  };

  return {
    take(now) {
      const rate = perSecond();
      if (rate === null) return true;
      const left = fill(now, rate);
      if (left < 1 - 1e-9) return false;
      tokens = left - 1;
      return true;
    },
    nextAt(now) {
      const rate = perSecond();
      if (rate === null) return now;
      if (rate === 0) return Number.MAX_SAFE_INTEGER;
      const missing = 1 - fill(now, rate);
      return missing <= 1e-9 ? now : now + Math.ceil((missing * 1000) / rate);
    },
  };
}
