import { Box, Button, Stack } from '@mui/material';

interface FormFootProps {
  /** The other way, and what it is called. */
  aside: string;
  onAside: () => void;
  onward: string;
  busy: boolean;
}

/** At the foot of a form before one is signed in: the other way on the left, the way on to the right. */
export const FormFoot = ({ aside, onAside, onward, busy }: FormFootProps) => (
  <Stack direction="row" sx={{ mt: 1, alignItems: 'center' }}>
    <Button variant="text" onClick={onAside} sx={{ ml: -1.5 }}>
      {aside}
    </Button>
    <Box sx={{ flex: 1 }} />
    <Button type="submit" size="large" variant="contained" color="primary" loading={busy}>
      {onward}
    </Button>
  </Stack>
);
