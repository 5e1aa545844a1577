/** What our palette and type have beyond Material's, and what the theme knows of the packages beside it. */
import '@mui/material/themeCssVarsAugmentation';
import '@mui/x-charts/themeAugmentation';
import '@mui/x-data-grid/themeAugmentation';
import '@mui/x-date-pickers/themeAugmentation';
import type { PaletteColorOptions } from '@mui/material/styles';
import type { CSSProperties } from 'react';
import type { light, tone } from './tokens.ts';

type Tone = Pick<ReturnType<typeof tone>, 'fill' | 'tint' | 'line'>;

declare module '@mui/material/styles' {
  interface PaletteColor extends Tone {}
  interface SimplePaletteColorOptions extends Partial<Tone> {}
  interface TypeText {
    tertiary: string;
  }
  interface TypeBackground extends Pick<typeof light.background, 'canvas' | 'sunken' | 'overlay' | 'inverse' | 'onInverse'> {}
  interface Palette extends Pick<typeof light, 'line' | 'chart'> {
    neutral: PaletteColor;
  }
  interface PaletteOptions extends Partial<Pick<typeof light, 'line' | 'chart' | 'TableCell' | 'Skeleton'>> {
    neutral?: PaletteColorOptions;
  }
  interface TypographyVariants extends Record<'label' | 'figure' | 'figureLarge', CSSProperties> {}
  interface TypographyVariantsOptions extends Partial<Record<'label' | 'figure' | 'figureLarge', CSSProperties>> {}
}
declare module '@mui/material/Typography' {
  interface TypographyPropsVariantOverrides extends Record<'label' | 'figure' | 'figureLarge', true> {}
}
declare module '@mui/material/Button' {
  interface ButtonPropsColorOverrides {
    neutral: true;
  }
}
