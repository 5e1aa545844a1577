/** What is pressed: one contained button on a screen, outlined for the rest, text inside bars and table heads. */
import type { Components, Theme } from '@mui/material/styles';
import { c, danger, radius, sans, size, type } from './tokens.ts';

export const buttons = {
  MuiButtonBase: { defaultProps: { disableRipple: true }, styleOverrides: { root: { fontFamily: sans } } },
  MuiButton: {
    defaultProps: { variant: 'outlined', color: 'neutral', disableElevation: true },
    styleOverrides: {
      root: {
        minWidth: 0,
        minHeight: size.control,
        padding: '5px 12px',
        whiteSpace: 'nowrap',
        flexShrink: 0,
        '& .MuiButton-startIcon': { marginLeft: -2, marginRight: 6, '& > *:first-of-type': { fontSize: 16 } },
        '& .MuiButton-endIcon': { marginRight: -2, marginLeft: 6, '& > *:first-of-type': { fontSize: 16 } },
        variants: [
          { props: { size: 'small' }, style: { minHeight: size.small, padding: '3px 8px' } },
          { props: { size: 'large' }, style: { minHeight: 40, padding: '9px 16px', fontSize: 14 } },
          {
            props: { variant: 'contained', color: 'primary' },
            style: {
              color: '#FFFFFF',
              backgroundColor: c.primary.fill,
              '&:hover': { backgroundColor: `color-mix(in oklab, ${c.primary.fill}, ${c.text.primary} 14%)` },
            },
          },
          {
            props: { variant: 'contained', color: 'error' },
            style: {
              color: '#FFFFFF',
              backgroundColor: danger,
              '&:hover': { backgroundColor: `color-mix(in oklab, ${danger}, #000 12%)` },
            },
          },
          {
            props: { variant: 'outlined' },
            style: {
              color: c.text.primary,
              borderColor: c.neutral.line,
              backgroundColor: c.background.paper,
              '& .MuiButton-startIcon, & .MuiButton-endIcon': { color: c.text.secondary },
              '&:hover': { borderColor: c.line.strong, backgroundColor: c.background.sunken },
            },
          },
          { props: { variant: 'outlined', color: 'error' }, style: { color: c.error.main } },
          { props: { variant: 'text' }, style: { '&:hover': { backgroundColor: c.action.hover } } },
          { props: { variant: 'text', color: 'neutral' }, style: { color: c.text.secondary } },
        ],
        '&.Mui-disabled': { color: c.text.disabled, borderColor: c.line.hair },
        '&.MuiButton-contained.Mui-disabled': { backgroundColor: c.action.disabledBackground },
        '&.MuiButton-loading.Mui-disabled': {
          color: 'transparent',
          '& .MuiButton-loadingIndicator': { color: c.text.secondary },
        },
      },
    },
  },
  MuiIconButton: {
    styleOverrides: {
      root: {
        width: size.control,
        height: size.control,
        padding: 0,
        borderRadius: radius.control,
        color: c.text.secondary,
        '& .MuiSvgIcon-root': { fontSize: 18 },
        '&:hover': { color: c.text.primary, backgroundColor: c.action.hover },
      },
      sizeSmall: { width: size.small, height: size.small },
    },
  },
  MuiToggleButtonGroup: { defaultProps: { size: 'small' } },
  MuiToggleButton: {
    styleOverrides: {
      root: {
        ...type(13, 20, 500, 0),
        height: size.control,
        padding: '0 10px',
        whiteSpace: 'nowrap',
        textTransform: 'none',
        color: c.text.secondary,
        borderColor: c.neutral.line,
        '&.Mui-selected, &.Mui-selected:hover': {
          color: c.primary.main,
          borderColor: c.primary.line,
          backgroundColor: c.primary.tint,
        },
      },
    },
  },
} satisfies Components<Theme>;
