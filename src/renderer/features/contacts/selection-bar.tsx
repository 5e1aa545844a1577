import BlockOutlined from '@mui/icons-material/BlockOutlined';
import CallOutlined from '@mui/icons-material/CallOutlined';
import DeleteOutlined from '@mui/icons-material/DeleteOutlined';
import { Box, Button, Stack } from '@mui/material';
import { selectionWords } from '../../words/contacts.ts';
import { SelectedCount } from './selected-count.tsx';

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
      <SelectedCount
        count={count}
        total={total}
        isFiltered={isFiltered}
        isWhole={isWhole}
        busy={busy}
        onAll={onSelectAll}
        onClear={onClear}
      />
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
