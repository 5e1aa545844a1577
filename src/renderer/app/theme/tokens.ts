/**
 * Every colour, size and type of the look: one palette for light, one for dark, the same names in both. Screens use tokens,
 * never a hex value. Colours first, then sizes and type, then what several component rules are built of.
 */

/** A tone carries a meaning. `main` is for words and icons (AA on every surface), `fill` for bars and dots (3:1). */
export const tone = (main: string, fill: string, tint: string, line: string, contrastText: string) => ({
  main,
  fill,
  tint,
  line,
  contrastText,
  light: tint,
  dark: main,
});

export const light = {
  // Plum, the one hue that no status uses. It says "you can act here" and nothing else.
  primary: { ...tone('#762A72', '#762A72', '#FAF1F9', '#E6C9E3', '#FFFFFF'), dark: '#5E1F5B' },
  secondary: tone('#59535B', '#8C878E', '#F4F2F4', '#E5E3E6', '#FFFFFF'),
  success: tone('#006C49', '#1C936A', '#E7F8EF', '#BBE2CD', '#FFFFFF'),
  warning: tone('#805800', '#BF8603', '#FFF5E4', '#EED3AC', '#FFFFFF'),
  error: tone('#A12F2F', '#D03739', '#FFF0EF', '#FDC9C4', '#FFFFFF'),
  info: tone('#195BB0', '#1673E4', '#EDF4FF', '#BFDAFF', '#FFFFFF'),
  neutral: tone('#615B63', '#938B95', '#F4F2F4', '#D9D6DA', '#FFFFFF'),
  text: { primary: '#1E191F', secondary: '#59535B', tertiary: '#716B72', disabled: '#A29DA4' },
  background: {
    default: '#FFFFFF', // the page
    paper: '#FFFFFF', // cards, tables, drawers, fields
    canvas: '#F8F6F8', // sidebar, wallboard, first run
    sunken: '#FBFAFB', // wells and strips inside a card
    overlay: '#FFFFFF', // menus, dialogs, pickers
    inverse: '#29242B', // toasts, tooltips
    onInverse: '#F5F3F5',
  },
  line: { hair: '#E5E3E6', row: '#EDEBEE', strong: '#8C878E' },
  divider: '#E5E3E6',
  action: {
    active: '#59535B',
    hover: 'rgba(30, 25, 31, 0.045)',
    selected: 'rgba(30, 25, 31, 0.065)',
    disabled: '#A29DA4',
    disabledBackground: '#EFEDF0',
    hoverOpacity: 0.045,
    selectedOpacity: 0.07,
  },
  // Outcomes: 10 or more apart (OKLab × 100) under every kind of colour blindness, 3:1 to the card.
  chart: {
    completed: '#1C936A',
    noAnswer: '#0B478F',
    busy: '#B76800',
    voicemail: '#9E79D6',
    failed: '#A72C0D',
    cancelled: '#655F68',
    plain: '#938B95', // a series with no meaning of its own
    planned: '#E5E3E6', // what has not happened yet; also the track of a bar
  },
  TableCell: { border: '#EDEBEE' },
  Skeleton: { bg: '#EFEDF0' },
  DataGrid: { bg: '#FFFFFF', headerBg: '#FFFFFF' },
};

export const dark: typeof light = {
  primary: { ...tone('#DCA2DA', '#894488', '#2A1E2C', '#523853', '#2A1029'), dark: '#E8BFE6' },
  secondary: tone('#B3ADB4', '#746E75', '#272428', '#302C31', '#161417'),
  success: tone('#6ED6A6', '#36B98A', '#15271E', '#234A38', '#08170F'),
  warning: tone('#FCBE54', '#F0AB10', '#2C2213', '#573D0F', '#1E1503'),
  error: tone('#FF958E', '#E85854', '#331E1D', '#62322F', '#260B0A'),
  info: tone('#89BAFE', '#4091FD', '#1A2536', '#294367', '#0A1626'),
  neutral: tone('#BBB5BD', '#8B838D', '#272428', '#444145', '#161417'),
  text: { primary: '#EEECEF', secondary: '#B3ADB4', tertiary: '#958E96', disabled: '#645E66' },
  background: {
    default: '#161417',
    paper: '#1B191C',
    canvas: '#100F11',
    sunken: '#181619',
    overlay: '#232024',
    inverse: '#EEECEF',
    onInverse: '#1E191F',
  },
  line: { hair: '#2D2A2E', row: '#282529', strong: '#746E75' },
  divider: '#2D2A2E',
  action: {
    active: '#B3ADB4',
    hover: 'rgba(255, 250, 255, 0.05)',
    selected: 'rgba(255, 250, 255, 0.08)',
    disabled: '#645E66',
    disabledBackground: '#272428',
    hoverOpacity: 0.05,
    selectedOpacity: 0.1,
  },
  chart: {
    completed: '#36B98A',
    noAnswer: '#4A75C4',
    busy: '#F2C162',
    voicemail: '#C2B4F5',
    failed: '#D13D1B',
    cancelled: '#7E777F',
    plain: '#8B838D',
    planned: '#353137',
  },
  TableCell: { border: '#282529' },
  Skeleton: { bg: '#272428' },
  DataGrid: { bg: '#1B191C', headerBg: '#1B191C' },
};

type Vars<T> = { [K in keyof T]: T[K] extends object ? Vars<T[K]> : string };
const toVars = <T extends object>(tree: T, path: string): Vars<T> =>
  Object.fromEntries(
    Object.entries(tree).map(([key, v]) => [key, typeof v === 'object' ? toVars(v, `${path}-${key}`) : `var(--${path}-${key})`]),
  ) as Vars<T>;

/** The palette as CSS variables, right in both schemes: `c.text.secondary` is `var(--rm-palette-text-secondary)`. */
export const c = toVars(light, 'rm-palette');

/** What the tones stand for. A state is drawn as icon + word: the icon in `tone.main`, the word in a text colour. */
export const tones = {
  campaign: { draft: 'neutral', scheduled: 'info', active: 'success', paused: 'warning', completed: 'neutral', cancelled: 'error' },
  item: { queued: 'info', processing: 'warning', completed: 'success', failed: 'error', cancelled: 'neutral', skipped: 'neutral' },
  stage: { dialing: 'warning', ringing: 'warning', 'in-progress': 'warning' },
  outcome: { completed: 'success', busy: 'neutral', 'no-answer': 'neutral', voicemail: 'neutral', failed: 'error', cancelled: 'neutral' },
} as const;

/** Heights. Nothing that can be clicked is lower or narrower than `small`. */
export const size = { small: 28, control: 32, field: 36, row: 40, header: 56, sidebar: 240 } as const;
export const radius = { small: 4, control: 6, card: 8, dialog: 12 } as const;

export const sans = '"Inter Variable", "Inter", system-ui, -apple-system, "Segoe UI", "Noto Sans", sans-serif';
/** For identifiers and tokens only. */
export const mono = 'ui-monospace, "SF Mono", "Cascadia Mono", "DejaVu Sans Mono", monospace';
/** For what counts, ticks or lines up. Not for prose or names: Inter's tabular set also widens the hyphen. */
export const num = { fontVariantNumeric: 'tabular-nums' } as const;

export const type = (fontSize: number, lineHeight: number, fontWeight: number, letterSpacing: number) => ({
  fontFamily: sans,
  fontSize,
  lineHeight: `${lineHeight}px`,
  fontWeight,
  letterSpacing: `${letterSpacing}em`,
});

export const hair = `1px solid ${c.line.hair}`;
export const pop = '0 8px 24px -6px rgba(20, 12, 22, 0.18), 0 2px 6px rgba(20, 12, 22, 0.08)';
export const floating = { border: hair, borderRadius: radius.card, backgroundColor: c.background.overlay, boxShadow: pop };
export const fieldOutline = { top: 0, borderColor: c.line.strong, '& legend': { display: 'none' } };
export const danger = '#C23C3A';

/** One line, cut where the room ends. */
export const ellipsis = { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' } as const;

/** Windows of half the usual size, and the usual ones at a zoom of 200 %: nothing fits beside anything here. */
export const NARROW = '@media (max-width: 899.95px)';
