/**
 * The address of the screen, behind the `#`, and the one way to change it. Decides whether an address is shown at all: while somebody
 * holds it, links, the palette and the browser's Back and Forward have to ask. Each entry of the history knows its place in it, so
 * that a way that was held is gone back to the step and the history stays as it was.
 */
import { useSyncExternalStore } from 'react';

/** Told that somebody wants to leave; calls `leave` once that is right, and nothing where it is not. */
type Holder = (leave: () => void) => void;

interface Shown {
  address: string;
  /** Of its entry, counted from the first. */
  place: number;
}

let shown: Shown | null = null;
/** On the way to where somebody was let go. */
let isLetGo = false;
const holders: Holder[] = [];
const listeners = new Set<() => void>();

const read = () => `/${window.location.hash.replace(/^#?\/?/, '')}`;

function placeOf(state: unknown): number | null {
  return typeof state === 'object' && state !== null && 'place' in state && typeof state.place === 'number' ? state.place : null;
}

/** What is shown now. The first time, it takes the entry that is there into the count. */
function now(): Shown {
  if (shown) return shown;
  const place = placeOf(window.history.state);
  if (place === null) window.history.replaceState({ place: 0 }, '');
  window.addEventListener('popstate', onPopState);
  shown = { address: read(), place: place ?? 0 };
  return shown;
}

function show(next: Shown): void {
  shown = next;
  for (const listener of listeners) listener();
}

/** Back, Forward, or an address that was typed: the browser has gone there already. */
function onPopState({ state }: PopStateEvent): void {
  const { place } = now();
  const to = placeOf(state) ?? place + 1;
  if (placeOf(state) === null) window.history.replaceState({ place: to }, '');
  // Back from a way that was held.
  if (to === place) return;
  const holder = holders.at(-1);
  if (holder && !isLetGo) {
    window.history.go(place - to);
    holder(() => {
      isLetGo = true;
      window.history.go(to - place);
    });
    return;
  }
  isLetGo = false;
  show({ address: read(), place: to });
}

/** Goes to an address, in the place of the one that is shown where told so; asks first where somebody holds it. */
export function navigate(to: string, { replace = false }: { replace?: boolean } = {}): void {
  const here = now();
  const address = `/${to.replace(/^#?\/?/, '')}`;
  if (address === here.address) return;
  const go = () => {
    const place = replace ? here.place : here.place + 1;
    window.history[replace ? 'replaceState' : 'pushState']({ place }, '', `#${address}`);
    show({ address: read(), place });
  };
  const holder = holders.at(-1);
  if (holder) holder(go);
  else go();
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The address that is shown, and the way to another: what the routes and links stand on. */
export function useAddress(): [address: string, navigate: (to: string, options?: { replace?: boolean }) => void] {
  return [useSyncExternalStore(listen, () => now().address), navigate];
}
useAddress.hrefs = (href: string) => `#${href}`;

/**
 * Holds the address: from now on whoever wants to leave is put to `holder`, and where the window is closed the browser asks by
 * itself. Call what it returns to let go.
 */
export function holdLeaving(holder: Holder): () => void {
  const onUnload = (event: BeforeUnloadEvent) => event.preventDefault();
  holders.push(holder);
  window.addEventListener('beforeunload', onUnload);
  return () => {
    holders.splice(holders.indexOf(holder), 1);
    window.removeEventListener('beforeunload', onUnload);
  };
}
