/**
 * The look of Ringmaster: one theme, two colour schemes. Which one is shown is an attribute of the document that
 * `appearance.ts` sets, without a flash and without an inline script.
 */
// The plain index.css of the package has no optical sizes.
import '@fontsource-variable/inter/opsz.css';
import { createTheme, type Theme } from '@mui/material/styles';
import { buttons } from './buttons.ts';
import { fields } from './fields.ts';
import { surfaces } from './surfaces.ts';
import { tables } from './tables.ts';
import { dark, light, num, pop, radius, sans, type } from './tokens.ts';

export const theme = createTheme({
  cssVariables: { cssVarPrefix: 'rm', colorSchemeSelector: '[data-scheme="%s"]' },
  colorSchemes: { light: { palette: light }, dark: { palette: dark } },
  shape: { borderRadius: radius.control },
  spacing: 8, // 0.5 is 4 px. The grid and the date pickers are drawn for 8, so it stays.
  shadows: Array.from({ length: 25 }, (_, i) => (i < 6 ? 'none' : pop)) as Theme['shadows'],
  motion: { reducedMotion: 'system' },
  transitions: {
    duration: { shortest: 80, shorter: 120, short: 160, standard: 200, complex: 240, enteringScreen: 200, leavingScreen: 140 },
    easing: {
      easeOut: 'cubic-bezier(0.2, 0, 0, 1)',
      easeInOut: 'cubic-bezier(0.3, 0, 0, 1)',
      easeIn: 'cubic-bezier(0.4, 0, 1, 1)',
      sharp: 'cubic-bezier(0.3, 0, 0, 1)',
    },
  },
  focusVisible: { outlineWidth: 2, outlineStyle: 'solid', outlineOffset: 2 },
  typography: {
    fontFamily: sans,
    fontWeightMedium: 500,
    fontWeightBold: 600,
    h1: type(20, 28, 600, -0.014),
    h2: type(15, 20, 600, -0.006),
    h3: type(13, 20, 600, 0),
    subtitle1: type(14, 20, 500, -0.003),
    subtitle2: type(13, 20, 500, 0),
    body1: type(14, 20, 400, -0.003),
    body2: type(13, 20, 400, 0),
    button: { ...type(13, 20, 500, 0), textTransform: 'none' },
    caption: type(12, 16, 400, 0),
    label: type(12, 16, 500, 0),
    figure: { ...type(20, 24, 600, -0.012), ...num },
    figureLarge: { ...type(32, 40, 600, -0.02), ...num },
  },
  components: { ...buttons, ...surfaces, ...fields, ...tables },
});
