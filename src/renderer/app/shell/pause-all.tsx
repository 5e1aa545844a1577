import PauseCircleOutlined from '@mui/icons-material/PauseCircleOutlined';
import PlayCircleOutlined from '@mui/icons-material/PlayCircleOutlined';
import { Button, Tooltip, Typography } from '@mui/material';
import { useEffect, useMemo, useState } from 'react';
import type { Campaign } from '../../../shared/contract/campaigns.ts';
import { AskDialog } from '../../components/ask-dialog.tsx';
import { CallsUpChoice } from '../../components/calls-up-choice.tsx';
import { useTask } from '../../lib/use-task.ts';
import { callsUp, pauseAll } from '../../words/shell.ts';
import { useAllCallsUp } from '../use-calls-up.ts';
import { api } from '../connection/client.ts';
import { useLive } from '../live/live-store.ts';
import { useUser } from '../session/session.ts';
import { say, sayFault } from '../toasts.tsx';
import { askPauseAll, pauseAllAnswered, usePauseAllAsked } from './pause-all-asked.ts';

/** Always there: holds everything that is one's own, an admin's the whole system; and resumes what it held, nothing else. */
export function PauseAll() {
  const user = useUser();
  const campaigns = useLive((state) => state.campaigns);
  const everyone = user.role === 'admin';
  const held = useMemo(() => [...campaigns.values()].some((campaign) => isHeldBy(campaign, user.id)), [campaigns, user.id]);
  return (
    <>
      {held && <ResumeAll />}
      <Tooltip describeChild title={pauseAll.tooltip(everyone)}>
        <Button color="error" startIcon={<PauseCircleOutlined />} onClick={askPauseAll}>
          {pauseAll.button}
        </Button>
      </Tooltip>
    </>
  );
}

/** The question, on whichever screen one is. */
export function PauseAllQuestion() {
  const isAsked = usePauseAllAsked();
  const { role } = useUser();
  // Whoever signs in next asked for nothing.
  useEffect(() => pauseAllAnswered, []);
  return isAsked ? <PauseAllDialog everyone={role === 'admin'} onClose={pauseAllAnswered} /> : null;
}

const isHeldBy = ({ status, paused }: Campaign, userId: string) => status === 'paused' && paused?.all === true && paused.by === userId;

function ResumeAll() {
  const resume = useTask(async () => {
    await api.campaigns.resumeAll({}).then(({ resumed }) => say(pauseAll.resumed(resumed)), sayFault);
  });
  return (
    <Tooltip describeChild title={pauseAll.resumeTooltip}>
      <Button startIcon={<PlayCircleOutlined />} loading={resume.busy} onClick={() => void resume.run()}>
        {pauseAll.resumeButton}
      </Button>
    </Tooltip>
  );
}

function PauseAllDialog({ everyone, onClose }: { everyone: boolean; onClose: () => void }) {
  const user = useUser();
  const running = useLive((state) => [...state.campaigns.values()].filter(({ status }) => status === 'active').length);
  const up = useLive(({ slots }) => (everyone ? slots?.systemActive : slots?.userActive) ?? 0);
  const calls = useAllCallsUp(up, everyone ? null : user.id);
  const hangable = calls.hangable ?? 0;
  const [chosen, setHangUp] = useState(false);
  const hangUp = chosen && hangable > 0;
  const task = useTask(async () => {
    const { paused, calls: became } = await api.campaigns.pauseAll({ hangUp });
    const left = became.cannotHangUp > 0 ? ` ${callsUp.cannot(became.cannotHangUp)}` : '';
    say(
      paused === 0 && became.up === 0
        ? pauseAll.nothingToPause
        : pauseAll.done(paused, became.up - became.hungUp - became.cannotHangUp) + left,
    );
    onClose();
  });
  return (
    <AskDialog
      title={pauseAll.title(everyone)}
      keep={pauseAll.keep}
      confirm={hangUp ? pauseAll.confirmAndHangUp(hangable) : pauseAll.confirm}
      red
      task={task}
      onClose={onClose}
    >
      <Typography>{pauseAll.what(running)}</Typography>
      <CallsUpChoice calls={calls} hangUp={hangUp} onChange={setHangUp} />
    </AskDialog>
  );
}
