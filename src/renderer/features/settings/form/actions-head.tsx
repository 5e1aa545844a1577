import { TableCell } from '@mui/material';
import { VisuallyHidden } from '../../../components/visually-hidden.tsx';
import { settings } from '../../../words/settings/common.ts';

/** The head of the column in which the buttons of a row stand: named for whoever does not see them. */
export const ActionsHead = ({ width }: { width: number }) => (
  <TableCell align="right" sx={{ width }}>
    <VisuallyHidden>{settings.actions}</VisuallyHidden>
  </TableCell>
);
