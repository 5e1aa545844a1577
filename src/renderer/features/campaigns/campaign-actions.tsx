import Pause from '@mui/icons-material/Pause';
import PlayArrow from '@mui/icons-material/PlayArrow';
import { Button, Stack } from '@mui/material';
import { useState } from 'react';
import type { Campaign } from '../../../shared/contract/campaigns.ts';
import { useUser } from '../../app/session/session.ts';
import { MoreMenu } from '../../components/more-menu.tsx';
import { actions } from '../../words/campaigns.ts';
import { CancelDialog, DeleteDialog, PauseDialog } from './stop-dialogs.tsx';
import { usePausing } from './use-pausing.ts';

type Asked = 'pause' | 'cancel' | 'delete' | null;

/** What can be done with a campaign now: the one thing that is next as a button, the rest behind "more". */
export function CampaignActions({ campaign }: { campaign: Campaign }) {
  const [asked, setAsked] = useState<Asked>(null);
  const done = () => setAsked(null);
  return (
    <Stack direction="row" sx={{ gap: 0.5, justifyContent: 'flex-end' }}>
      <MainAction campaign={campaign} onAskPause={() => setAsked('pause')} />
      <More campaign={campaign} onAsk={setAsked} />
      {asked === 'pause' && <PauseDialog campaign={campaign} onClose={done} />}
      {asked === 'cancel' && <CancelDialog campaign={campaign} onClose={done} />}
      {asked === 'delete' && <DeleteDialog campaign={campaign} onClose={done} />}
    </Stack>
  );
}

function MainAction({ campaign, onAskPause }: { campaign: Campaign; onAskPause: () => void }) {
  const { pause, go } = usePausing(campaign);
  const runs = campaign.status === 'active' || campaign.status === 'scheduled';
  if (!runs && campaign.status !== 'paused' && campaign.status !== 'draft') return null;
  if (runs) {
    // Nobody's call is at stake where none is up: it is done at once, and can be undone.
    const onClick = () => (campaign.callsUp > 0 ? onAskPause() : void pause.run());
    return (
      <Button startIcon={<Pause />} loading={pause.busy} onClick={onClick} sx={{ width: 100 }}>
        {actions.pause}
      </Button>
    );
  }
  return (
    <Button startIcon={<PlayArrow />} loading={go.busy} onClick={() => void go.run()} sx={{ width: 100 }}>
      {campaign.status === 'draft' ? actions.start : actions.resume}
    </Button>
  );
}

function More({ campaign, onAsk }: { campaign: Campaign; onAsk: (what: Asked) => void }) {
  const user = useUser();
  const isOver = campaign.status === 'completed' || campaign.status === 'cancelled';
  const mayDelete = (isOver || campaign.status === 'draft') && campaign.userId === user.id;
  const items = [
    ...(isOver ? [] : [{ word: actions.cancel, run: () => onAsk('cancel') }]),
    ...(mayDelete ? [{ word: actions.delete, run: () => onAsk('delete') }] : []),
  ];
  return items.length === 0 ? null : <MoreMenu word={actions.more} label={actions.moreFor(campaign.name)} items={items} />;
}
