import { type ReactNode, useEffect, useState } from 'react';

const AFTER_MS = 200;

/** Shows its children only once the wait is long enough to be noticed: what comes at once does not flicker. */
export function WhenWaiting({ children }: { children: ReactNode }) {
  const [long, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  return long ? children : null;
}
