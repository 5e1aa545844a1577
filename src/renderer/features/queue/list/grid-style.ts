/** How the list of the queue stands: edge to edge, one line a row, and what gives way where a drawer takes its room. */
import { c, size } from '../../../app/theme/tokens.ts';
import { PAGE_EDGE } from '../../../components/page-edge.ts';

const HIDDEN = { display: 'none' } as const;

export const GRID = {
  flex: 1,
  minHeight: 0,
  borderTop: 1,
  borderColor: 'divider',
  '& table': { tableLayout: 'fixed', minWidth: 620, outline: 'none', ...PAGE_EDGE },
  '& tbody tr': { cursor: 'pointer', scrollMarginTop: 36, scrollMarginBottom: size.row },
  '& tbody td': { color: 'text.secondary' },
  '& tbody td.name': { color: 'text.primary', fontWeight: 500 },
  '& tbody td.when': { color: 'text.primary' },
  '& tbody td.place': { color: 'text.tertiary' },
  '& tbody tr:is(:hover, .Mui-selected) td.place': { color: 'text.secondary' },
  '& tbody tr.gone td': { color: 'text.tertiary' },
  '& tbody tr.open > :first-of-type': { boxShadow: `inset 2px 0 0 ${c.primary.main}` },
  '& tbody tr.open': { bgcolor: 'action.selected' },
  '& table:focus-visible tr.active': { outline: `2px solid ${c.primary.main}`, outlineOffset: '-2px' },
  '@container (max-width: 1240px)': { '& .attempts': HIDDEN },
  '@container (max-width: 1100px)': { '& .wait': HIDDEN },
  '@container (max-width: 860px)': { '& .place, & .priority': HIDDEN },
} as const;
