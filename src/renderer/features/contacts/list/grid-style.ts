/** What the list looks like, in one place: a rule a row would cost more than the row. */
import type { SxProps, Theme } from '@mui/material/styles';
import { num } from '../../../app/theme/tokens.ts';
import { HEAD_PX, ROW_PX } from './use-scroll.ts';

const CELL = { px: 1.5, minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' } as const;

export const GRID_STYLE: SxProps<Theme> = {
  flex: 1,
  minWidth: 0,
  minHeight: 0,
  overflow: 'auto',
  position: 'relative',
  containerType: 'inline-size',
  // Rows come and go: the browser must not hold the view at one of them.
  overflowAnchor: 'none',
  outlineOffset: '-2px !important',
  fontSize: 13,
  lineHeight: '20px',
  '& .row': {
    display: 'grid',
    gridTemplateColumns: '56px minmax(150px, 1.2fr) 164px minmax(110px, 1.1fr) minmax(130px, 1fr) 112px 176px',
    alignItems: 'center',
  },
  '& .head': {
    position: 'sticky',
    top: 0,
    zIndex: 1,
    height: HEAD_PX,
    bgcolor: 'background.default',
    borderBottom: 1,
    borderColor: 'line.row',
    color: 'text.tertiary',
    fontSize: 12,
    lineHeight: '16px',
    fontWeight: 500,
  },
  '& .body': { position: 'relative' },
  '& .body .row': {
    position: 'absolute',
    left: 0,
    right: 0,
    height: ROW_PX,
    borderBottom: 1,
    borderColor: 'line.row',
    cursor: 'default',
    contain: 'strict',
    color: 'text.secondary',
  },
  '& .body .row:hover': { bgcolor: 'action.hover' },
  '& .body .row[aria-selected=true]': { bgcolor: 'primary.tint' },
  '& .body .row.open': { boxShadow: 'inset 2px 0 0 var(--rm-palette-primary-main)' },
  '&:focus-visible .body .row.active': { outline: '2px solid var(--rm-palette-primary-main)', outlineOffset: '-2px' },
  '& .cell': CELL,
  '& .tick': { pl: 3, pr: 0, overflow: 'visible' },
  '& .name': { fontWeight: 500, color: 'text.primary' },
  '& .unnamed': { fontWeight: 400, color: 'text.secondary' },
  '& .number, & .when': num,
  '& .blank': { display: 'block', height: 12, borderRadius: 1, bgcolor: 'action.selected', maxWidth: '70%' },
  '@container (max-width: 860px)': {
    '& .row': { gridTemplateColumns: '56px minmax(140px, 1.2fr) 160px minmax(110px, 1fr) 108px 168px' },
    '& .email': { display: 'none' },
  },
  '@container (max-width: 740px)': {
    '& .row': { gridTemplateColumns: '56px minmax(140px, 1fr) 160px 108px 168px' },
    '& .company': { display: 'none' },
  },
};
