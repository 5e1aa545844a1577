import ChevronLeft from '@mui/icons-material/ChevronLeft';
import ChevronRight from '@mui/icons-material/ChevronRight';
import { IconButton, Stack, Tooltip, Typography } from '@mui/material';
import { pagerWords } from '../words/common.ts';

export interface PagerProps {
  page: number;
  pages: number;
  limit: number;
  count: number;
  total: number;
  totalIsExact: boolean;
  onPage: (page: number) => void;
}

/** Which rows of how many are shown, and the ones before and after. Nothing where all are shown. */
export function Pager({ page, pages, limit, count, total, totalIsExact, onPage }: PagerProps) {
  if (page === 1 && pages <= 1) return null;
  const first = (page - 1) * limit + 1;
  return (
    <Stack
      direction="row"
      sx={{
        alignItems: 'center',
        justifyContent: 'flex-end',
        gap: 0.5,
        px: 1,
        height: 44,
        borderTop: 1,
        borderColor: 'divider',
        flexShrink: 0,
      }}
    >
      <Typography variant="body2" sx={{ color: 'text.secondary', mr: 1, fontVariantNumeric: 'tabular-nums' }}>
        {pagerWords.range(first, first + count - 1, total, totalIsExact)}
      </Typography>
      <Tooltip title={pagerWords.before}>
        <span>
          <IconButton aria-label={pagerWords.before} disabled={page <= 1} onClick={() => onPage(page - 1)}>
            <ChevronLeft />
          </IconButton>
        </span>
      </Tooltip>
      <Tooltip title={pagerWords.after}>
        <span>
          <IconButton aria-label={pagerWords.after} disabled={page >= pages} onClick={() => onPage(page + 1)}>
            <ChevronRight />
          </IconButton>
        </span>
      </Tooltip>
    </Stack>
  );
}
