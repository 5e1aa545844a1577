/**
 * Where the session's token lies: with the window (gone when it closes) or with the computer ("keep me signed in").
 * Only this file touches the browser's storage.
 */
const KEY = 'ringmaster.session';

/** Storage can be refused altogether (a private window); then the session lives as long as the page. */
let held: string | null = null;

export function token(): string | null {
  return held ?? read(sessionStorageOf()) ?? read(localStorageOf());
}

export function keepToken(value: string, onThisComputer: boolean): void {
  forgetToken();
  held = value;
  write(onThisComputer ? localStorageOf() : sessionStorageOf(), value);
  for (const listener of changeListeners) listener();
}

/** Whether the session is kept with the computer, and not with the window alone. */
export const isTokenKept = (): boolean => read(localStorageOf()) !== null;

export function forgetToken(): void {
  held = null;
  for (const storage of [sessionStorageOf(), localStorageOf()]) storage?.removeItem(KEY);
}

/** The header that every request carries. */
export function authorization(): Record<string, string> {
  const value = token();
  return value === null ? {} : { authorization: `Bearer ${value}` };
}

const refusedListeners = new Set<() => void>();

/** Told by the client when the engine refused our token; whoever holds the session listens. */
export function tokenRefused(): void {
  for (const listener of refusedListeners) listener();
}

export function onTokenRefused(listener: () => void): void {
  refusedListeners.add(listener);
}

const changeListeners = new Set<() => void>();

/** Told when there is another token, as a new password brings one; the answer stops it. */
export function onTokenChange(listener: () => void): () => void {
  changeListeners.add(listener);
  return () => changeListeners.delete(listener);
}

const sessionStorageOf = () => attempt(() => window.sessionStorage);
const localStorageOf = () => attempt(() => window.localStorage);
const read = (storage: Storage | null) => attempt(() => storage?.getItem(KEY) ?? null);
const write = (storage: Storage | null, value: string) => attempt(() => storage?.setItem(KEY, value));

function attempt<T>(ask: () => T): T | null {
  try {
    return ask();
  } catch {
    return null;
  }
}
