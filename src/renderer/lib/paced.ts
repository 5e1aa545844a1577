/** What comes more often than somebody can take it, passed on at most once in so many milliseconds; the last of it always comes. */
export interface Paced<T> {
  /** This is so now. */
  tell: (value: T) => void;
  /** Passes nothing on any more until it is told again. */
  stop: () => void;
}

/**
 * `first` is known already: the first value that differs from it is passed on at once, and each later one `everyMs` after the one
 * before. A value that is taken back while it waits is never passed on.
 */
export function paced<T>(first: T, everyMs: number, pass: (value: T) => void): Paced<T> {
  let passed = first;
  let passedAt = Number.NEGATIVE_INFINITY;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = () => clearTimeout(timer);
  const tell = (value: T) => {
    stop();
    if (Object.is(value, passed)) return;
    timer = setTimeout(
      () => {
        passed = value;
        passedAt = performance.now();
        pass(value);
      },
      Math.max(0, passedAt + everyMs - performance.now()),
    );
  };
  return { tell, stop };
}
