import { Typography } from '@mui/material';
import type { ReactNode } from 'react';

interface FieldNoteProps {
  /** The field is described by it. */
  id: string;
  problem: string | undefined;
  children?: ReactNode;
}

/** What a field is about; gives way to what is wrong with what was typed there, which is said at once. */
export const FieldNote = ({ id, problem, children }: FieldNoteProps) => (
  <Typography
    id={id}
    variant="caption"
    component="div"
    role={problem === undefined ? undefined : 'alert'}
    sx={{ mt: 0.25, color: problem === undefined ? 'text.secondary' : 'error.main' }}
  >
    {problem ?? children}
  </Typography>
);
