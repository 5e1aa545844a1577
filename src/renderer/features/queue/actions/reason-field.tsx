import { TextField } from '@mui/material';
import { fieldWords } from '../../../words/queue-actions.ts';

interface TextProps {
  value: string;
  onChange: (text: string) => void;
}

/** Why, in a few words. */
export const ReasonField = ({ value, onChange }: TextProps) => (
  <TextField
    label={fieldWords.reason}
    helperText={fieldWords.reasonHelp}
    value={value}
    onChange={(event) => onChange(event.target.value)}
    slotProps={{ htmlInput: { maxLength: 200 } }}
  />
);

/** What is to be known later, as long as it needs to be. */
export const NotesField = ({ value, onChange }: TextProps) => (
  <TextField
    label={fieldWords.notes}
    helperText={fieldWords.notesHelp}
    value={value}
    multiline
    minRows={2}
    maxRows={6}
    onChange={(event) => onChange(event.target.value)}
    slotProps={{ htmlInput: { maxLength: 2_000 } }}
  />
);
