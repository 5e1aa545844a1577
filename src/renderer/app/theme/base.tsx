import { GlobalStyles } from '@mui/material';
import type { Interpolation, Theme } from '@mui/material/styles';
import { LIST_PARTS } from './list-parts.ts';
import { c } from './tokens.ts';

/**
 * What holds for the whole document: box, ground, height, fonts, focus, selection, and no motion for those who ask for none.
 *
 * Instead of MUI's CssBaseline, whose rule for everything (`*, *::before, *::after { box-sizing: inherit }`) makes the browser style
 * three boxes for each element and remember none of them: nine tenths of all styling while a list is scrolled (docs/bench.md). So
 * nothing here speaks of a pseudo-element of everything, inherits what is not inherited by itself, or asks what something has.
 */
const BASE: Interpolation<Theme> = ({ vars, typography }) => ({
  '*': { boxSizing: 'border-box', scrollbarWidth: 'thin' },
  '*:focus-visible': { outline: `2px solid ${c.primary.main}`, outlineOffset: 2 },
  html: {
    WebkitTextSizeAdjust: '100%',
    WebkitFontSmoothing: 'antialiased',
    MozOsxFontSmoothing: 'grayscale',
    scrollbarColor: `${c.neutral.line} transparent`,
  },
  'html, body, #root': { height: '100%' },
  body: {
    margin: 0,
    color: vars.palette.text.primary,
    backgroundColor: vars.palette.background.default,
    ...typography.body1,
    fontOpticalSizing: 'auto',
    textRendering: 'optimizeLegibility',
    '&::backdrop': { backgroundColor: vars.palette.background.default },
  },
  // No sentence ends with one word on a line of its own.
  p: { textWrap: 'pretty' },
  'strong, b': { fontWeight: typography.fontWeightBold },
  '::selection': { backgroundColor: c.primary.line },
  ...LIST_PARTS,
  '@keyframes rm-pulse': { '0%, 100%': { opacity: 1 }, '50%': { opacity: 0.35 } },
  '@media (prefers-reduced-motion: reduce)': {
    '*, .MuiSkeleton-root::after': { animation: 'none !important', transition: 'none !important' },
  },
});

export const BaseStyles = () => <GlobalStyles styles={BASE} />;
