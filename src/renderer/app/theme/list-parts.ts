/**
 * What rows of lists are made of by the dozen in one frame, as plain rules of the document: a style that each of them works out for
 * itself costs more than the row.
 */
import { c } from './tokens.ts';

const TONES = ['success', 'warning', 'error', 'info', 'neutral'] as const;

/** A box to tick. Drawn by hand, for the browser's own is grey in the dark. */
const TICK = {
  '.rm-tick': {
    appearance: 'none',
    display: 'grid',
    placeContent: 'center',
    width: 16,
    height: 16,
    margin: 0,
    flexShrink: 0,
    borderRadius: 3,
    border: `1.5px solid ${c.line.strong}`,
    cursor: 'pointer',
    position: 'relative',
  },
  // As large as what may be clicked must be.
  '.rm-tick::after': { content: '""', position: 'absolute', inset: -8 },
  '.rm-tick:checked, .rm-tick:indeterminate': { backgroundColor: c.primary.fill, borderColor: c.primary.fill },
  '.rm-tick::before': { content: '""', width: 10, height: 10, backgroundColor: '#fff', clipPath: 'inset(50%)' },
  '.rm-tick:checked::before': { clipPath: 'polygon(14% 47%, 4% 59%, 38% 89%, 98% 22%, 87% 11%, 37% 67%)' },
  '.rm-tick:indeterminate::before': { clipPath: 'inset(42% 8%)' },
} as const;

/** A state as icon and word. */
const MARK = {
  '.rm-mark': { display: 'inline-flex', alignItems: 'center', gap: 6, whiteSpace: 'nowrap', verticalAlign: 'top' },
  '.rm-mark .rm-icon': { fontSize: 16, flexShrink: 0 },
  ...Object.fromEntries(TONES.map((tone) => [`.rm-mark .${tone}`, { color: c[tone].main }])),
  '.rm-mark .pulses': { animation: 'rm-pulse 1.6s ease-in-out infinite' },
} as const;

export const LIST_PARTS = { ...TICK, ...MARK };
