/** The board is drawn for this; a larger screen shows it larger, a smaller one as it is. */
const DRAWN = { width: 1440, height: 900 };

/** How much larger everything is drawn on a screen of this size, so that it is read from across the room. */
export const wallZoom = (width: number, height: number): number => Math.max(1, Math.min(width / DRAWN.width, height / DRAWN.height));
