import ArrowForward from '@mui/icons-material/ArrowForward';
import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined';
import { Box, Button, Card, Stack, Typography } from '@mui/material';
import { INVENTED_PEOPLE } from '../../../shared/domain/invented-people.ts';
import { navigate } from '../../app/address.ts';
import { api } from '../../app/connection/client.ts';
import { Fault } from '../../components/fault.tsx';
import { viewerZone } from '../../lib/format.ts';
import { useTask } from '../../lib/use-task.ts';
import { firstRun } from '../../words/account.ts';

/** What calls are made with from here on: told, for there is nothing to choose yet. A demo is one click away. */
export function PracticeLineStep({ onStart }: { onStart: () => void }) {
  const demo = useTask(async () => {
    await api.campaigns.demo({ timeZone: viewerZone() });
    navigate('/campaigns/active');
    onStart();
  });
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
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {firstRun.demoWhat(INVENTED_PEOPLE.length)}
      </Typography>
      <Fault error={demo.error} />
      <Stack direction="row" sx={{ justifyContent: 'flex-end', gap: 1 }}>
        <Button size="large" loading={demo.busy} onClick={() => void demo.run()}>
          {firstRun.demo}
        </Button>
        <Button
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the only thing to do on this screen
          autoFocus
          size="large"
          variant="contained"
          color="primary"
          endIcon={<ArrowForward />}
          disabled={demo.busy}
          onClick={onStart}
        >
          {firstRun.start}
        </Button>
      </Stack>
    </Stack>
  );
}
