import { useCallback, useEffect, useRef, useState } from 'react';
import { navigate } from 'wouter/use-hash-location';

export interface LeaveGuard {
  /** Somebody is about to leave and is asked. */
  asks: boolean;
  stay: () => void;
  leave: () => void;
}

/**
 * Holds whoever leaves the screen while something is not saved: a link, the keyboard, the browser's way back; where the window is
 * closed, the browser asks by itself. It listens before the routes do, so that no screen is drawn in between.
 */
export function useLeaveGuard(isDirty: boolean): LeaveGuard {
  const [target, setTarget] = useState<string | null>(null);
  const leaving = useRef(false);
  useEffect(() => {
    if (!isDirty) return undefined;
    const here = window.location.href;
    const onHashChange = (event: HashChangeEvent) => {
      if (leaving.current || window.location.href === here) return;
      event.stopImmediatePropagation();
      setTarget(window.location.hash.replace(/^#/, ''));
      // The browser's own way back has left our entry; a link of ours has put one on top of it, which becomes another of ours.
      if (event.isTrusted) window.history.pushState(null, '', here);
      else window.history.replaceState(null, '', here);
    };
    const onUnload = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('hashchange', onHashChange, { capture: true });
    window.addEventListener('beforeunload', onUnload);
    return () => {
      window.removeEventListener('hashchange', onHashChange, { capture: true });
      window.removeEventListener('beforeunload', onUnload);
    };
  }, [isDirty]);
  const stay = useCallback(() => setTarget(null), []);
  const leave = useCallback(() => {
    leaving.current = true;
    if (target !== null) navigate(target);
  }, [target]);
  return { asks: target !== null, stay, leave };
}
