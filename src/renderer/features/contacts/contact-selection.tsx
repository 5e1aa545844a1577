import BlockOutlined from '@mui/icons-material/BlockOutlined';
import CallOutlined from '@mui/icons-material/CallOutlined';
import DeleteOutlined from '@mui/icons-material/DeleteOutlined';
import { Button } from '@mui/material';
import type { SelectedCountProps } from '../../components/selected-count.tsx';
import { SelectionBar } from '../../components/selection-bar.tsx';
import { selectionWords } from '../../words/contacts.ts';
import { MOST_SELECTED } from './list/selection.ts';

interface ContactSelectionProps extends Omit<SelectedCountProps, 'most'> {
  onDoNotCall: () => void;
  onDelete: () => void;
  onBulkCall: () => void;
}

/** Which contacts are ticked, and what can be done with them. */
export function ContactSelection({ onDoNotCall, onDelete, onBulkCall, ...count }: ContactSelectionProps) {
  return (
    <SelectionBar label={selectionWords.label} most={MOST_SELECTED} {...count}>
      <Button startIcon={<BlockOutlined />} onClick={onDoNotCall}>
        {selectionWords.doNotCall}
      </Button>
      <Button startIcon={<DeleteOutlined />} onClick={onDelete}>
        {selectionWords.delete}
      </Button>
      <Button variant="contained" color="primary" startIcon={<CallOutlined />} onClick={onBulkCall}>
        {selectionWords.bulkCall}
      </Button>
    </SelectionBar>
  );
}
