import Close from '@mui/icons-material/Close';
import ErrorOutlined from '@mui/icons-material/ErrorOutlined';
import InfoOutlined from '@mui/icons-material/InfoOutlined';
import WarningAmberOutlined from '@mui/icons-material/WarningAmberOutlined';
import WifiOffOutlined from '@mui/icons-material/WifiOffOutlined';
import { Alert, Box, IconButton, Tooltip } from '@mui/material';
import type { ReactNode } from 'react';
import type { Notice } from '../../../shared/contract/notices.ts';
import { whenInWords } from '../../../shared/domain/time-words.ts';
import { Spoken } from '../../components/spoken.tsx';
import { viewerZone } from '../../lib/format.ts';
import { useNow } from '../../lib/use-now.ts';
import { useTask } from '../../lib/use-task.ts';
import { faults } from '../../words/faults.ts';
import { shell } from '../../words/shell.ts';
import { api } from '../connection/client.ts';
import { useLine } from '../connection/line-state.ts';
import { dropNotice, useLive } from '../live/live-store.ts';
import { useUser } from '../session/session.ts';
import { sayFault } from '../toasts.tsx';

/** More would push the screen itself away; the others come up as these are closed. */
const SHOWN_NOTICES = 3;

/** What must be told on every screen: no connection, what the engine cannot do right now, and what happened meanwhile. */
export function Messages() {
  const isDown = useLine(({ state }) => state === 'down');
  const problems = useLive((state) => state.problems);
  const notices = useLive((state) => state.notices);
  const shown = notices.slice(0, SHOWN_NOTICES);
  const newest = notices[0];
  return (
    <Box sx={{ flexShrink: 0, '& > .MuiAlert-root': { mx: 3, mb: 1 } }}>
      {isDown && (
        <Alert severity="warning" icon={<WifiOffOutlined />}>
          {faults.offline}
        </Alert>
      )}
      {problems.map(({ code, sentence }) => (
        <Alert key={code} severity="error" icon={<ErrorOutlined />}>
          {sentence}
        </Alert>
      ))}
      {shown.map((notice) => (
        <NoticeLine key={notice.id} notice={notice} more={notice === shown.at(-1) ? notices.length - shown.length : 0} />
      ))}
      <Spoken unseen words={newest?.sentence ?? ''} />
    </Box>
  );
}

const ICONS: Readonly<Record<Notice['level'], ReactNode>> = {
  info: <InfoOutlined />,
  warning: <WarningAmberOutlined />,
  error: <ErrorOutlined />,
};

function NoticeLine({ notice: { id, level, sentence, at, forEveryone }, more }: { notice: Notice; more: number }) {
  const user = useUser();
  const now = useNow();
  const close = useTask(async () => {
    await api.notices.close({ id }).then(() => dropNotice(id), sayFault);
  });
  const mayClose = !forEveryone || user.role === 'admin';
  const button = (
    <Tooltip title={shell.closeNotice}>
      <IconButton size="small" aria-label={shell.closeNotice} disabled={close.busy} onClick={() => void close.run()}>
        <Close />
      </IconButton>
    </Tooltip>
  );
  return (
    <Alert
      severity={level}
      icon={ICONS[level]}
      // Several may come at once, and each tells how long ago it was: what is said of them is said by `Messages`.
      role="none"
      action={mayClose && button}
      sx={{ '& .MuiAlert-action': { py: 0, mt: '-4px' } }}
    >
      {sentence}{' '}
      <Box component="span" sx={{ color: 'text.secondary' }}>
        {whenInWords(at.getTime(), now, viewerZone())}
        {more > 0 && ` · ${shell.moreNotices(more)}`}
      </Box>
    </Alert>
  );
}
