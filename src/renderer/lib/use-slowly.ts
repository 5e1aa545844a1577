import { useEffect, useState } from 'react';
import { paced } from './paced.ts';

/** A value that changes often, followed at most every so many milliseconds (the same for good); the last of it always comes. */
export function useSlowly<T>(value: T, everyMs: number): T {
  const [shown, setShown] = useState(() => value);
  const [pace] = useState(() => paced(value, everyMs, (next) => setShown(() => next)));
  useEffect(() => {
    pace.tell(value);
    return pace.stop;
  }, [pace, value]);
  return shown;
}
