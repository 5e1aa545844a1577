import { Box, Link, Typography } from '@mui/material';
import { tickedWords as words } from '../words/selection.ts';
import { Spoken } from './spoken.tsx';

export interface SelectedCountProps {
  count: number;
  /** How many match what is listed, and whether that is their very number. */
  total: number;
  totalIsExact?: boolean;
  /** As many as can be ticked. */
  most: number;
  isFiltered: boolean;
  /** All of them are ticked, or as many as can be. */
  isWhole: boolean;
  busy: boolean;
  onAll: () => void;
  onClear: () => void;
}

/** How many are ticked, the way to all that match, and the way back. */
export function SelectedCount({ count, total, totalIsExact = true, most, isFiltered, isWhole, busy, onAll, onClear }: SelectedCountProps) {
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5, minWidth: 0 }}>
      <Typography variant="subtitle2" noWrap sx={{ fontVariantNumeric: 'tabular-nums' }}>
        <Spoken words={words.selected(count)} />
      </Typography>
      {!isWhole && (
        <Link component="button" type="button" variant="body2" disabled={busy} onClick={onAll} sx={{ py: 0.5 }}>
          {totalIsExact ? words.selectAll(total, most, isFiltered) : words.selectMany}
        </Link>
      )}
      {count > 0 && (
        <Link component="button" type="button" variant="body2" onClick={onClear} sx={{ py: 0.5 }}>
          {words.clear}
        </Link>
      )}
    </Box>
  );
}
