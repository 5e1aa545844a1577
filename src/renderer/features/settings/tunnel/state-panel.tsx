import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined';
import CloudOffOutlined from '@mui/icons-material/CloudOffOutlined';
import ErrorOutlined from '@mui/icons-material/ErrorOutlined';
import SyncOutlined from '@mui/icons-material/SyncOutlined';
import { Box, Button, Stack, Typography } from '@mui/material';
import type { Tunnel } from '../../../../shared/contract/tunnel.ts';
import { api } from '../../../app/connection/client.ts';
import { mono, num } from '../../../app/theme/tokens.ts';
import { Fault } from '../../../components/fault.tsx';
import { Mark, type MarkOf } from '../../../components/mark.tsx';
import { Panel } from '../../../components/panel.tsx';
import { Spoken } from '../../../components/spoken.tsx';
import { countdown } from '../../../lib/format.ts';
import { useMinute, useNow } from '../../../lib/use-now.ts';
import { useTask } from '../../../lib/use-task.ts';
import { tunnel as words } from '../../../words/settings/tunnel.ts';
import { whenItWas } from '../when-it-was.ts';

const MARKS: Readonly<Record<Tunnel['state'], MarkOf>> = {
  off: { word: words.states.off, icon: CloudOffOutlined, tone: 'neutral' },
  connecting: { word: words.states.connecting, icon: SyncOutlined, tone: 'warning', pulses: true },
  up: { word: words.states.up, icon: CheckCircleOutlined, tone: 'success' },
  down: { word: words.states.down, icon: ErrorOutlined, tone: 'error' },
};

/** How the tunnel stands now: where it is reached, or why not and what comes next. */
export function StatePanel({ tunnel, onTried }: { tunnel: Tunnel; onTried: (tunnel: Tunnel) => void }) {
  const { state, reason, nextTryAt } = tunnel;
  const tries = useTask(async () => onTried((await api.tunnel.tryNow()).tunnel));
  return (
    <Panel title={words.now}>
      <Stack sx={{ p: 2, gap: 1.5 }}>
        <Stack direction="row" sx={{ gap: 3, alignItems: 'flex-start' }}>
          <Typography variant="subtitle1" component="div" sx={{ width: 112, flexShrink: 0 }}>
            <Spoken unseen words={[words.states[state], reason].filter(Boolean).join(': ')} />
            <Mark of={MARKS[state]} />
          </Typography>
          <Box sx={{ flex: 1, minWidth: 0 }}>
            {state === 'up' ? (
              <Up tunnel={tunnel} />
            ) : (
              <Typography variant="body2">{state === 'down' ? reason : words.stateWhat[state]}</Typography>
            )}
            {state === 'down' && (
              <Typography variant="body2" sx={{ ...num, mt: 0.5, color: 'text.secondary' }}>
                {nextTryAt ? <NextTry at={nextTryAt} /> : words.noTry}
              </Typography>
            )}
          </Box>
          {state === 'down' && (
            <Button loading={tries.busy} onClick={() => void tries.run()}>
              {words.tryNow}
            </Button>
          )}
        </Stack>
        <Fault error={tries.error} />
      </Stack>
    </Panel>
  );
}

function Up({ tunnel: { publicUrl, since } }: { tunnel: Tunnel }) {
  const now = useMinute();
  return (
    <>
      <Typography component="div" sx={{ fontFamily: mono, fontSize: 13, lineHeight: '20px', overflowWrap: 'anywhere' }}>
        {publicUrl}
      </Typography>
      {since && (
        <Typography variant="body2" sx={{ ...num, mt: 0.5, color: 'text.secondary' }}>
          {words.since(whenItWas(since, now))}
        </Typography>
      )}
    </>
  );
}

function NextTry({ at }: { at: Date }) {
  const left = at.getTime() - useNow();
  return <>{left > 0 ? words.nextTry(countdown(left)) : words.triesNow}</>;
}
