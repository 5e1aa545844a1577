import BlockOutlined from '@mui/icons-material/BlockOutlined';
import CallOutlined from '@mui/icons-material/CallOutlined';
import DeleteOutlined from '@mui/icons-material/DeleteOutlined';
import { Box, Button, Link, Stack, Typography } from '@mui/material';
import { selectionWords } from '../../words/contacts.ts';
import { MOST_SELECTED } from './list/selection.ts';

interface SelectionBarProps {
  count: number;
  /** How many match what is listed. */
  total: number;
  isFiltered: boolean;
  /** All of them are ticked, or as many as can be. */
  isWhole: boolean;
  busy: boolean;
  onSelectAll: () => void;
  onClear: () => void;
  onDoNotCall: () => void;
  onDelete: () => void;
  onBulkCall: () => void;
}

/** Who is ticked, and what can be done with them. */
export function SelectionBar({ count, total, isFiltered, isWhole, busy, onSelectAll, onClear, ...act }: SelectionBarProps) {
  return (
    <Stack
      component="section"
      aria-label={selectionWords.label}
      direction="row"
      sx={{
        alignItems: 'center',
        gap: 1,
        px: 3,
        minHeight: 48,
        flexShrink: 0,
        borderTop: 1,
        borderBottom: 1,
        borderColor: 'divider',
        bgcolor: 'primary.tint',
      }}
    >
      <Typography variant="subtitle2" role="status" sx={{ fontVariantNumeric: 'tabular-nums' }}>
        {selectionWords.selected(count)}
      </Typography>
      {!isWhole && (
        <Link component="button" variant="body2" disabled={busy} onClick={onSelectAll} sx={{ ml: 0.5, py: 0.5 }}>
          {selectionWords.selectAll(total, MOST_SELECTED, isFiltered)}
        </Link>
      )}
      <Link component="button" variant="body2" onClick={onClear} sx={{ ml: 0.5, py: 0.5 }}>
        {selectionWords.clear}
      </Link>
      <Box sx={{ flex: 1 }} />
      <Button startIcon={<BlockOutlined />} onClick={act.onDoNotCall}>
        {selectionWords.doNotCall}
      </Button>
      <Button startIcon={<DeleteOutlined />} onClick={act.onDelete}>
        {selectionWords.delete}
      </Button>
      <Button variant="contained" color="primary" startIcon={<CallOutlined />} onClick={act.onBulkCall}>
        {selectionWords.bulkCall}
      </Button>
    </Stack>
  );
}
