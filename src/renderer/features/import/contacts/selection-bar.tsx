import { Box, Button, Stack, Typography } from '@mui/material';
import { Fault } from '../../../components/fault.tsx';
import { pickWords } from '../../../words/import.ts';
import { clearPicked, MOST_PICKED } from './picking.ts';
import { usePickAll } from './use-pick-all.ts';

interface SelectionBarProps {
  picked: ReadonlySet<number>;
  search: string;
  total: number;
  totalIsExact: boolean;
}

/** How many are selected, all that match, and the way back. */
export function SelectionBar({ picked, search, total, totalIsExact }: SelectionBarProps) {
  const all = usePickAll(search);
  const isFull = picked.size >= MOST_PICKED;
  return (
    <Box sx={{ borderBottom: 1, borderColor: 'divider', ...(picked.size > 0 && { bgcolor: 'primary.tint' }) }}>
      <Stack direction="row" sx={{ alignItems: 'center', gap: 1, minHeight: 44, pl: 2, pr: 1 }}>
        <Typography variant="subtitle2" role="status" sx={{ fontVariantNumeric: 'tabular-nums', flexShrink: 0 }}>
          {all.busy ? pickWords.reading(picked.size) : pickWords.selected(picked.size)}
        </Typography>
        {all.busy ? (
          <Button size="small" variant="text" onClick={all.stop}>
            {pickWords.stop}
          </Button>
        ) : (
          <Button size="small" variant="text" onClick={() => void all.run()} disabled={isFull}>
            {pickWords.all(total, totalIsExact)}
          </Button>
        )}
        <Box sx={{ flex: 1 }} />
        {picked.size > 0 && !all.busy && (
          <Button size="small" variant="text" onClick={clearPicked}>
            {pickWords.clear}
          </Button>
        )}
      </Stack>
      {isFull && (
        <Typography variant="body2" sx={{ px: 2, pb: 1, color: 'text.secondary' }}>
          {pickWords.most(MOST_PICKED)}
        </Typography>
      )}
      <Fault error={all.error} />
    </Box>
  );
}
