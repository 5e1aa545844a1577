import { Box } from '@mui/material';
import { SwitchField } from '../../../components/switch-field.tsx';

interface SwitchRowProps {
  name: string;
  label: string;
  help: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
}

/** A setting that is on or off, as a row of a panel. */
export function SwitchRow(row: SwitchRowProps) {
  return (
    <Box sx={{ px: 2, pt: 0.5, pb: 1.25, '& + &': { borderTop: 1, borderColor: 'line.row' } }}>
      <SwitchField {...row} />
    </Box>
  );
}
