import { createContext, type ReactNode, use } from 'react';
import { createPortal } from 'react-dom';

/** The element beside the scrolled section in which drawers stand; null until it is there. */
export const DrawerPlace = createContext<HTMLElement | null>(null);

/** A drawer of a section: it stands beside the section, not in it, so that the section scrolls without it. */
export function BesideSection({ children }: { children: ReactNode }) {
  const place = use(DrawerPlace);
  return place && createPortal(children, place);
}
