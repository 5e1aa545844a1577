/**
 * Light or dark: as the system says, or as a person chose on this computer.
 *
 * One attribute of the document says which; every colour follows from it (`theme.ts`). It is set before anything is drawn and in
 * the very moment in which the system changes, so that nothing flashes; no script stands in the page for it.
 */
import { create } from 'zustand';

export const APPEARANCES = ['system', 'light', 'dark'] as const;
export type Appearance = (typeof APPEARANCES)[number];

const KEY = 'ringmaster.appearance';
const DARK = '(prefers-color-scheme: dark)';

/** What the document is shown in. */
export function schemeOf(appearance: Appearance, systemIsDark: boolean): 'light' | 'dark' {
  return appearance === 'system' ? (systemIsDark ? 'dark' : 'light') : appearance;
}

/** What was chosen here before; anything else follows the system. */
export const readAppearance = (kept: string | null): Appearance => APPEARANCES.find((known) => known === kept) ?? 'system';

export const useAppearance = create<{ appearance: Appearance }>()(() => ({ appearance: 'system' }));

/** Changes it at once, and keeps it on this computer. */
export function chooseAppearance(appearance: Appearance): void {
  try {
    if (appearance === 'system') window.localStorage.removeItem(KEY);
    else window.localStorage.setItem(KEY, appearance);
  } catch {
    // Storage can be refused altogether (a private window); then it holds as long as the page.
  }
  useAppearance.setState({ appearance });
}

/** Begins to follow the choice and the system. Called once, before the first screen. */
export function startAppearance(): void {
  const system = window.matchMedia(DARK);
  const show = () => {
    const scheme = schemeOf(useAppearance.getState().appearance, system.matches);
    document.documentElement.dataset['scheme'] = scheme;
    document.documentElement.style.colorScheme = scheme;
  };
  useAppearance.setState({ appearance: readAppearance(stored()) });
  show();
  useAppearance.subscribe(show);
  system.addEventListener('change', show);
  // Chosen in another window of this computer.
  window.addEventListener('storage', ({ key }) => {
    if (key === KEY || key === null) useAppearance.setState({ appearance: readAppearance(stored()) });
  });
}

function stored(): string | null {
  try {
    return window.localStorage.getItem(KEY);
  } catch {
    return null;
  }
}
