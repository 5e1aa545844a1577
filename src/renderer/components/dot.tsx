import { Box } from '@mui/material';

/** Parts the facts of one line. */
export const Dot = () => (
  <Box component="span" aria-hidden sx={{ color: 'text.disabled', mx: 0.75 }}>
    ·
  </Box>
);
