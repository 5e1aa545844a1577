import ArrowForward from '@mui/icons-material/ArrowForward';
import { Button, Stack, Typography } from '@mui/material';
import { INVENTED_PEOPLE } from '../../../shared/domain/invented-people.ts';
import { navigate } from '../../app/address.ts';
import { api } from '../../app/connection/client.ts';
import { Fault } from '../../components/fault.tsx';
import { viewerZone } from '../../lib/format.ts';
import { useTask } from '../../lib/use-task.ts';
import { firstRun } from '../../words/account.ts';

/** The practice line needs nothing: in one goes. A demo is one click away. */
export function PracticeLinePart({ onStart }: { onStart: () => void }) {
  const demo = useTask(async () => {
    await api.campaigns.demo({ timeZone: viewerZone() });
    navigate('/campaigns/active');
    onStart();
  });
  return (
    <Stack sx={{ gap: 3 }}>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {firstRun.demoWhat(INVENTED_PEOPLE.length)}
      </Typography>
      <Fault error={demo.error} />
      <Stack direction="row" sx={{ justifyContent: 'flex-end', gap: 1 }}>
        <Button size="large" loading={demo.busy} onClick={() => void demo.run()}>
          {firstRun.demo}
        </Button>
        <Button
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the default: whoever wants nothing else goes on with Enter
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
