import CloudDoneOutlined from '@mui/icons-material/CloudDoneOutlined';
import CloudOffOutlined from '@mui/icons-material/CloudOffOutlined';
import CloudSyncOutlined from '@mui/icons-material/CloudSyncOutlined';
import PhoneInTalkOutlined from '@mui/icons-material/PhoneInTalkOutlined';
import SchoolOutlined from '@mui/icons-material/SchoolOutlined';
import type { SvgIconComponent } from '@mui/icons-material';
import WarningAmberOutlined from '@mui/icons-material/WarningAmberOutlined';
import { ButtonBase, Stack, Tooltip } from '@mui/material';
import { Link } from 'wouter';
import type { Connections } from '../../../shared/contract/live.ts';
import type { ToneName } from '../../components/mark.tsx';
import { useQuery } from '../../lib/use-query.ts';
import { lamps } from '../../words/shell.ts';
import { api } from '../connection/client.ts';
import { useLive } from '../live/live-store.ts';
import { useUser } from '../session/session.ts';
import { size } from '../theme/tokens.ts';
import { say } from '../toasts.tsx';

type Looks<State extends string> = Readonly<Record<State, { icon: SvgIconComponent; tone: ToneName }>>;

const TELEPHONY: Looks<Connections['telephony']['state']> = {
  works: { icon: PhoneInTalkOutlined, tone: 'success' },
  practice: { icon: SchoolOutlined, tone: 'neutral' },
  trouble: { icon: WarningAmberOutlined, tone: 'error' },
};
const TUNNEL: Looks<Connections['tunnel']['state']> = {
  works: { icon: CloudDoneOutlined, tone: 'success' },
  off: { icon: CloudOffOutlined, tone: 'neutral' },
  connecting: { icon: CloudSyncOutlined, tone: 'warning' },
  trouble: { icon: WarningAmberOutlined, tone: 'error' },
};

/** Whether telephony answers and deliveries come in; each leads an admin to where it is set up. */
export function Lamps({ rail }: { rail: boolean }) {
  const problems = useLive(({ told }) => told.problems);
  const settings = useLive(({ topics }) => topics.settings);
  const read = async (signal: AbortSignal) => (await api.live.connections({}, { signal })).connections;
  const { data } = useQuery('connections', read, [problems, settings]);
  if (data === null) return null;
  const { telephony, tunnel } = data;
  return (
    <Stack component="ul" aria-label={lamps.list} sx={{ listStyle: 'none', m: 0, p: 0, pb: 1 }}>
      <Lamp
        {...TELEPHONY[telephony.state]}
        name={lamps.telephony.name}
        word={lamps.telephony[telephony.state]}
        sentence={telephony.sentence}
        href="/settings/telephony"
        rail={rail}
      />
      <Lamp
        {...TUNNEL[tunnel.state]}
        name={lamps.tunnel.name}
        word={lamps.tunnel[tunnel.state]}
        sentence={tunnel.sentence}
        href="/settings/tunnel"
        rail={rail}
      />
    </Stack>
  );
}

interface LampProps {
  icon: SvgIconComponent;
  tone: ToneName;
  name: string;
  word: string;
  sentence: string;
  href: string;
  rail: boolean;
}

function Lamp({ icon: Icon, tone, name, word, sentence, href, rail }: LampProps) {
  const { role } = useUser();
  const label = `${name} ${word}`;
  // Whoever cannot set it up is told the sentence, which a pointer shows anyway.
  const leads = role === 'admin' ? { component: Link, href } : { onClick: () => say(sentence) };
  return (
    <li>
      <Tooltip describeChild title={rail ? `${label}. ${sentence}` : sentence} placement="right">
        <ButtonBase
          {...leads}
          {...(rail && { 'aria-label': label })}
          sx={{
            width: 1,
            minHeight: size.small,
            px: rail ? 0 : 1,
            gap: 1,
            justifyContent: rail ? 'center' : 'flex-start',
            borderRadius: '6px',
            fontSize: 12,
            color: 'text.secondary',
            '&:hover': { bgcolor: 'action.hover', color: 'text.primary' },
          }}
        >
          <Icon aria-hidden sx={{ fontSize: 16, color: `${tone}.main` }} />
          {!rail && (
            <>
              <span>{name}</span>
              <span style={{ marginLeft: 'auto' }}>{word}</span>
            </>
          )}
        </ButtonBase>
      </Tooltip>
    </li>
  );
}
