import { useEffect } from 'react';

/** The window is named after the screen. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Ringmaster`;
  }, [title]);
}
