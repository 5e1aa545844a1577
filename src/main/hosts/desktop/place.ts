/** Where the window goes back to. */

export interface Rectangle {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A window's place as it is kept: the rectangle is that of the window when it is not maximised. */
export interface Place extends Rectangle {
  isMaximised: boolean;
}

const USUAL = { width: 1440, height: 900 };
/** So much of the head of a window must be within a screen for a hand to find and move it. */
const GRIP = { width: 120, height: 32 };

/**
 * The place of the window when it opens: the one that was kept, where its head can be reached on a screen that is there; else in the
 * middle of the first screen. Never larger than the screen.
 * @param screens what of each screen is free for windows; the first one is the main screen.
 */
export function placeOn(kept: Place | null, screens: readonly Rectangle[]): Partial<Rectangle> & { width: number; height: number } {
  const [main] = screens;
  const { width, height } = kept ?? USUAL;
  const screen = kept && screens.find((one) => canBeGripped(kept, one));
  if (kept && screen) return { x: kept.x, y: kept.y, ...fitted(kept, screen) };
  if (!main) return { width, height };
  const size = fitted({ width, height }, main);
  return { x: middle(main.x, main.width, size.width), y: middle(main.y, main.height, size.height), ...size };
}

const middle = (from: number, room: number, size: number) => Math.round(from + (room - size) / 2);

const fitted = ({ width, height }: Pick<Rectangle, 'width' | 'height'>, screen: Rectangle) => ({
  width: Math.min(width, screen.width),
  height: Math.min(height, screen.height),
});

function canBeGripped({ x, y, width }: Rectangle, screen: Rectangle): boolean {
  const across = Math.min(x + width, screen.x + screen.width) - Math.max(x, screen.x);
  return across >= GRIP.width && y >= screen.y && y + GRIP.height <= screen.y + screen.height;
}

/** The factors that zooming goes through. */
const ZOOMS = [0.5, 0.67, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2] as const;
export type ZoomStep = 'in' | 'out' | 'reset';

/** The factor after a step; at its end it stays. */
export function zoomed(factor: number, step: ZoomStep): number {
  if (step === 'reset') return 1;
  const further = step === 'in' ? ZOOMS.find((zoom) => zoom > factor + 0.01) : ZOOMS.findLast((zoom) => zoom < factor - 0.01);
  return further ?? factor;
}
