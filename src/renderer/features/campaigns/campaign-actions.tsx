import Pause from '@mui/icons-material/Pause';
import PlayArrow from '@mui/icons-material/PlayArrow';
import { Button, Stack } from '@mui/material';
import { useState } from 'react';
import type { Campaign } from '../../../shared/contract/campaigns.ts';
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
  const runs = campaign.status === 'active' || campaign.status === 'scheduled';
  if (!runs && campaign.status !== 'paused' && campaign.status !== 'draft') return null;
  // Nobody's call is at stake where none is up: it is done at once, and can be undone.
  const onPause = () => (campaign.callsUp > 0 ? setAsks(true) : void pause.run());
  return (
    <>
      {runs ? (
        <Button startIcon={<Pause />} loading={pause.busy} onClick={onPause} sx={{ width: 100 }}>
          {actions.pause}
        </Button>
      ) : (
        <Button startIcon={<PlayArrow />} loading={go.busy} onClick={() => void go.run()} sx={{ width: 100 }}>
          {campaign.status === 'draft' ? actions.start : actions.resume}
        </Button>
      )}
      {asks && <PauseDialog campaign={campaign} onClose={() => setAsks(false)} />}
    </>
  );
}
