import ArrowDownward from '@mui/icons-material/ArrowDownward';
import ArrowUpward from '@mui/icons-material/ArrowUpward';
import { ButtonBase } from '@mui/material';

interface SortButtonProps {
  word: string;
  /** How the list is sorted by it; null where it is not. */
  dir: 'asc' | 'desc' | null;
  /** The arrow stands before the word, where numbers line up on the right. */
  right?: boolean;
  onSort: () => void;
}

/** The name of a column by which a list can be sorted. The column's head says how it is (`aria-sort`). */
export function SortButton({ word, dir, right = false, onSort }: SortButtonProps) {
  const Arrow = dir === 'desc' ? ArrowDownward : ArrowUpward;
  return (
    <ButtonBase
      onClick={onSort}
      sx={{
        font: 'inherit',
        color: dir === null ? 'inherit' : 'text.primary',
        flexDirection: right ? 'row-reverse' : 'row',
        gap: 0.5,
        height: 28,
        px: 0.75,
        [right ? 'mr' : 'ml']: -0.75,
        borderRadius: 1,
        '&:hover': { color: 'text.primary' },
        '&:hover .arrow': { opacity: 1 },
        '&.Mui-focusVisible': { outlineOffset: '-2px' },
      }}
    >
      {word}
      <Arrow className="arrow" aria-hidden sx={{ fontSize: 14, opacity: dir === null ? 0 : 1 }} />
    </ButtonBase>
  );
}
