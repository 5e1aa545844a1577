import { useEffect, useState } from 'react';
import { holdLeaving } from '../../../app/address.ts';

export interface LeaveGuard {
  /** Somebody is about to leave and is asked. */
  asks: boolean;
  stay: () => void;
  leave: () => void;
}

/** Holds whoever leaves the screen while something is not saved, each time anew. */
export function useLeaveGuard(isDirty: boolean): LeaveGuard {
  const [go, setGo] = useState<(() => void) | null>(null);
  useEffect(() => (isDirty ? holdLeaving((leave) => setGo(() => leave)) : undefined), [isDirty]);
  const stay = () => setGo(null);
  const leave = () => {
    stay();
    go?.();
  };
  return { asks: go !== null, stay, leave };
}
