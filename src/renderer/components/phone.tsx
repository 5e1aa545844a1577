import { Box } from '@mui/material';
import { formatPhoneNumber } from '../../shared/domain/phone-number.ts';

/** A number as people read it: international, with spaces, its digits lined up. */
export function Phone({ number }: { number: string }) {
  return (
    <Box component="span" sx={{ fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' }}>
      {formatPhoneNumber(number)}
    </Box>
  );
}
