import ArrowForward from '@mui/icons-material/ArrowForward';
import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined';
import { Box, Button, Card, Stack, Typography } from '@mui/material';
import { firstRun } from '../../words/account.ts';

/** What calls are made with from here on: told, for there is nothing to choose yet. */
export function PracticeLineStep({ onStart }: { onStart: () => void }) {
  return (
    <Stack sx={{ gap: 3 }}>
      <Card sx={{ display: 'flex', gap: 1.5, p: 2 }}>
        <CheckCircleOutlined aria-hidden sx={{ mt: '1px', color: 'success.main' }} />
        <Box sx={{ flex: 1 }}>
          <Stack direction="row" sx={{ justifyContent: 'space-between', alignItems: 'baseline' }}>
            <Typography variant="subtitle1">{firstRun.line}</Typography>
            <Typography variant="caption" sx={{ color: 'text.tertiary' }}>
              {firstRun.lineNote}
            </Typography>
          </Stack>
          <Typography variant="body2" sx={{ mt: 0.25, color: 'text.secondary' }}>
            {firstRun.lineWhat}
          </Typography>
        </Box>
      </Card>
      <Button
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the only thing to do on this screen
        autoFocus
        size="large"
        variant="contained"
        color="primary"
        endIcon={<ArrowForward />}
        onClick={onStart}
        sx={{ alignSelf: 'flex-end' }}
      >
        {firstRun.start}
      </Button>
    </Stack>
  );
}
