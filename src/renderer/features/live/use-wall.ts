import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';

export interface Wall {
  /** Whether the board fills the screen. */
  isOn: boolean;
  toggle: () => void;
  /** The button that toggles it, wherever it stands now: it keeps the focus. */
  button: RefObject<HTMLButtonElement | null>;
}

/** The board on the whole screen. Where the browser refuses, it fills the window. */
export function useWall(): Wall {
  const [isOn, setOn] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const toggled = useRef(false);
  const toggle = useCallback(() => {
    toggled.current = true;
    if (isOn) return setOn(false);
    setOn(true);
    void document.documentElement.requestFullscreen().catch(() => undefined);
  }, [isOn]);
  useEffect(() => {
    if (toggled.current) button.current?.focus();
    toggled.current = false;
    return isOn ? besideTheWall(() => ((toggled.current = true), setOn(false))) : undefined;
  }, [isOn]);
  return { isOn, toggle, button };
}

/** While the wall is on: what is behind it cannot be reached, and Escape leaves it. @returns ends that. */
function besideTheWall(leave: () => void): () => void {
  const behind = document.querySelectorAll<HTMLElement>('body nav, body a[href="#content"]');
  for (const element of behind) element.inert = true;
  const onChange = () => !document.fullscreenElement && leave();
  const onKey = ({ key, defaultPrevented }: KeyboardEvent) =>
    key === 'Escape' && !defaultPrevented && !document.fullscreenElement && !document.querySelector('[role="dialog"]') && leave();
  document.addEventListener('fullscreenchange', onChange);
  document.addEventListener('keydown', onKey);
  return () => {
    for (const element of behind) element.inert = false;
    document.removeEventListener('fullscreenchange', onChange);
    document.removeEventListener('keydown', onKey);
    if (document.fullscreenElement) void document.exitFullscreen();
  };
}
