/** What things lie on and what floats above them: a hairline for what lies, never a shadow unless it floats. */
import type { Components, Theme } from '@mui/material/styles';
import { c, floating, hair, pop, radius, size, type } from './tokens.ts';

export const surfaces = {
  MuiTypography: {
    defaultProps: { variantMapping: { subtitle1: 'div', subtitle2: 'div', label: 'div', figure: 'div', figureLarge: 'div' } },
  },
  MuiSvgIcon: { defaultProps: { fontSize: 'small' }, styleOverrides: { fontSizeSmall: { fontSize: 18 } } },
  MuiLink: {
    defaultProps: { underline: 'hover' },
    styleOverrides: { root: { color: c.primary.main, fontWeight: 500, borderRadius: 2, textUnderlineOffset: 3 } },
  },
  // Surfaces: a hairline, never a shadow, unless it floats.
  MuiPaper: { defaultProps: { elevation: 0 }, styleOverrides: { root: { backgroundImage: 'none' } } },
  MuiCard: {
    defaultProps: { variant: 'outlined' },
    styleOverrides: {
      root: {
        borderRadius: radius.card,
        borderColor: c.line.hair,
        backgroundColor: c.background.paper,
        // Painted by itself: a browser walks through all that shares a stack, however little of it changed.
        isolation: 'isolate',
        // Without anything in it, its edges would be a stray line.
        '&:empty': { display: 'none' },
      },
    },
  },
  MuiBackdrop: {
    styleOverrides: {
      root: ({ theme: t }) => ({
        '&:not(.MuiBackdrop-invisible)': {
          backgroundColor: 'rgba(30, 22, 32, 0.36)',
          ...t.applyStyles('dark', { backgroundColor: 'rgba(0, 0, 0, 0.6)' }),
        },
      }),
    },
  },
  MuiDialog: { styleOverrides: { paper: { ...floating, margin: 24, borderRadius: radius.dialog } } },
  MuiDialogTitle: { styleOverrides: { root: { ...type(16, 24, 600, -0.01), padding: '20px 24px 4px' } } },
  MuiDialogContent: { styleOverrides: { root: { padding: '16px 24px' } } },
  MuiDialogActions: {
    defaultProps: { disableSpacing: true },
    styleOverrides: { root: { gap: 8, padding: '14px 24px', borderTop: hair } },
  },
  MuiDrawer: { styleOverrides: { paper: { borderLeft: hair, backgroundColor: c.background.paper } } },
  MuiMenu: { styleOverrides: { paper: { ...floating, marginTop: 4 }, list: { padding: 4 } } },
  MuiMenuItem: {
    styleOverrides: {
      root: {
        ...type(13, 20, 400, 0),
        minHeight: size.control,
        padding: '6px 8px',
        borderRadius: radius.small,
        '&.Mui-selected, &.Mui-selected:hover': { backgroundColor: c.action.selected },
      },
    },
  },
  MuiTooltip: {
    defaultProps: { enterDelay: 400 },
    styleOverrides: {
      tooltip: {
        ...type(12, 16, 450, 0),
        padding: '6px 8px',
        borderRadius: radius.control,
        color: c.background.onInverse,
        backgroundColor: c.background.inverse,
      },
    },
  },
  MuiSnackbarContent: {
    styleOverrides: {
      root: {
        ...type(13, 20, 400, 0),
        minWidth: 320,
        padding: '8px 8px 8px 14px',
        borderRadius: radius.card,
        color: c.background.onInverse,
        backgroundColor: c.background.inverse,
        boxShadow: pop,
      },
      message: { padding: '4px 0' },
    },
  },
  // An alert stands in the page, at the place that it speaks of.
  MuiAlert: {
    styleOverrides: {
      root: {
        ...type(13, 20, 400, 0),
        padding: '10px 12px',
        color: c.text.primary,
        '& .MuiAlert-icon': { padding: '1px 0', marginRight: 10, opacity: 1, '& .MuiSvgIcon-root': { fontSize: 18 } },
        '& .MuiAlert-message': { padding: 0 },
        '& .MuiAlert-action': { alignItems: 'center', padding: '0 0 0 16px', margin: '-4px -4px -4px auto' },
        variants: (['success', 'info', 'warning', 'error'] as const).map((severity) => ({
          props: { severity },
          style: {
            border: `1px solid ${c[severity].line}`,
            backgroundColor: c[severity].tint,
            '& .MuiAlert-icon': { color: c[severity].main },
          },
        })),
      },
    },
  },

  // Chips are for filters and tags. A status is an icon and a word, not a chip.
  MuiChip: {
    defaultProps: { size: 'small', variant: 'outlined' },
    styleOverrides: {
      root: { height: 24, borderRadius: radius.small, fontSize: 12, fontWeight: 500, color: c.text.secondary, borderColor: c.line.hair },
      label: { paddingInline: 8 },
      icon: { fontSize: 14, marginLeft: 6, marginRight: -4, color: 'inherit' },
      deleteIcon: {
        fontSize: 14,
        marginRight: 6,
        marginLeft: -2,
        color: c.text.tertiary,
        '&:hover': { color: c.text.primary },
      },
    },
  },
  MuiTabs: {
    styleOverrides: { root: { minHeight: 40, borderBottom: hair }, list: { gap: 20 }, indicator: { backgroundColor: c.primary.main } },
  },
  MuiTab: {
    styleOverrides: {
      root: {
        ...type(13, 20, 500, 0),
        minWidth: 0,
        minHeight: 40,
        padding: '0 2px',
        textTransform: 'none',
        color: c.text.secondary,
        '&:hover, &.Mui-selected': { color: c.text.primary },
        '&.Mui-focusVisible': { outlineOffset: -2 },
      },
    },
  },
} satisfies Components<Theme>;
