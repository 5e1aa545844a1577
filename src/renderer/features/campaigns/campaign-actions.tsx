import type { SvgIconComponent } from '@mui/icons-material';
import Pause from '@mui/icons-material/Pause';
import PlayArrow from '@mui/icons-material/PlayArrow';
import { Button, Stack } from '@mui/material';
import { memo, useState } from 'react';
import type { Campaign } from '../../../shared/contract/campaigns.ts';
import { useStable } from '../../lib/use-stable.ts';
import { actions } from '../../words/campaigns.ts';
import { CampaignMenu } from './campaign-menu.tsx';
import { PauseDialog } from './stop-dialogs.tsx';
import { usePausing } from './use-pausing.ts';

/** What can be done with a campaign from its card: the one thing that is next as a button, the rest behind "more". */
export function CampaignActions({ campaign }: { campaign: Campaign }) {
  return (
    <Stack direction="row" sx={{ gap: 0.5, justifyContent: 'flex-end' }}>
      <MainAction campaign={campaign} />
      <CampaignMenu campaign={campaign} />
    </Stack>
  );
}

/** Pause, resume or start, whichever comes next; nothing where the campaign is over. */
export function MainAction({ campaign }: { campaign: Campaign }) {
  const [asks, setAsks] = useState(false);
  const { pause, go } = usePausing(campaign);
  // Nobody's call is at stake where none is up: it is done at once, and can be undone.
  const onPause = () => (campaign.callsUp > 0 ? setAsks(true) : void pause.run());
  const runs = campaign.status === 'active' || campaign.status === 'scheduled';
  const onClick = useStable(() => (runs ? onPause() : void go.run()));
  if (!runs && campaign.status !== 'paused' && campaign.status !== 'draft') return null;
  return (
    <>
      <ActionButton
        word={runs ? actions.pause : campaign.status === 'draft' ? actions.start : actions.resume}
        icon={runs ? Pause : PlayArrow}
        busy={runs ? pause.busy : go.busy}
        onClick={onClick}
      />
      {asks && <PauseDialog campaign={campaign} onClose={() => setAsks(false)} />}
    </>
  );
}

interface ActionButtonProps {
  word: string;
  icon: SvgIconComponent;
  busy: boolean;
  onClick: () => void;
}

/** One button for whichever comes next, so that the focus stays on it. */
const ActionButton = memo(function ActionButton({ word, icon: Icon, busy, onClick }: ActionButtonProps) {
  return (
    <Button startIcon={<Icon />} loading={busy} onClick={onClick} sx={{ width: 100 }}>
      {word}
    </Button>
  );
});
