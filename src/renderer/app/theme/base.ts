/** What holds for the whole document: height, fonts, focus, selection, and no motion for those who ask for none. */
import type { Components, Theme } from '@mui/material/styles';
import { c } from './tokens.ts';

export const base = {
  MuiCssBaseline: {
    styleOverrides: {
      'html, body, #root': { height: '100%' },
      body: { fontOpticalSizing: 'auto', WebkitFontSmoothing: 'antialiased', textRendering: 'optimizeLegibility' },
      '*': { scrollbarWidth: 'thin', scrollbarColor: `${c.neutral.line} transparent` },
      '*:focus-visible': { outline: `2px solid ${c.primary.main}`, outlineOffset: 2 },
      '::selection': { backgroundColor: c.primary.line },
      '@keyframes rm-pulse': { '0%, 100%': { opacity: 1 }, '50%': { opacity: 0.35 } },
      '@media (prefers-reduced-motion: reduce)': {
        '*, *::before, *::after': { animation: 'none !important', transition: 'none !important' },
      },
    },
  },
} satisfies Components<Theme>;
