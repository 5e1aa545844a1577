import { Box, Card, Stack } from '@mui/material';
import { useState } from 'react';
import type { Analytics } from '../../../../shared/contract/analytics.ts';
import type { Campaign } from '../../../../shared/contract/campaigns.ts';
import type { QueueItem } from '../../../../shared/contract/queue.ts';
import { useUser } from '../../../app/session/session.ts';
import { Fault } from '../../../components/fault.tsx';
import { viewerZone } from '../../../lib/format.ts';
import { useNow } from '../../../lib/use-now.ts';
import type { Query } from '../../../lib/use-query.ts';
import { CallDrawer } from '../../call/call-drawer.tsx';
import { stripOf } from '../../campaigns/campaign-state.ts';
import { CampaignStrip } from '../../campaigns/campaign-strip.tsx';
import { ListAndDrawer } from '../../../components/list-and-drawer.tsx';
import { useAsking } from '../../queue/actions/use-asking.tsx';
import { ItemDrawer } from '../../queue/item/item-drawer.tsx';
import { useOutlook } from '../use-figures.ts';
import { DayPanels } from './day-panels.tsx';
import { EndedStrip } from './ended-strip.tsx';
import { HoursPanel } from './hours-panel.tsx';
import { LivePanel } from './live-panel.tsx';
import { OutcomesPanel } from './outcomes-panel.tsx';
import { QueuePanel } from './queue-panel.tsx';
import { StatCells } from './stat-cells.tsx';
import { Spoken } from '../../../components/spoken.tsx';

interface OverviewTabProps {
  campaign: Campaign;
  figures: Query<Analytics>;
}

type Opened = { kind: 'call'; id: string } | { kind: 'item'; item: QueueItem } | null;

/** How the campaign goes: figures, what is up, who is next, what came of it. */
export function OverviewTab({ campaign, figures }: OverviewTabProps) {
  const [opened, setOpened] = useState<Opened>(null);
  const outlook = useOutlook(campaign);
  const close = () => setOpened(null);
  const openCall = (id: string) => setOpened({ kind: 'call', id });
  const { act, dialog } = useAsking({ onOpenCall: openCall });
  // Below an empty queue is room for what came of the calls.
  const nobodyWaits = campaign.queued === 0;
  const outcomes = <OutcomesPanel id={campaign.id} figures={figures.data} />;
  return (
    <ListAndDrawer
      drawer={
        <>
          {opened?.kind === 'call' && <CallDrawer id={opened.id} onClose={close} />}
          {opened?.kind === 'item' && <ItemDrawer item={opened.item} onClose={close} onOpenCall={openCall} onAct={act} />}
        </>
      }
    >
      {dialog}
      <Stack sx={{ flex: 1, minHeight: 0, overflow: 'auto', px: 3, pt: 2, pb: 3, gap: 2 }}>
        <Why campaign={campaign} />
        <EndedStrip campaign={campaign} />
        {figures.error !== null && <Fault error={figures.error} onRetry={figures.again} />}
        <StatCells campaign={campaign} figures={figures.data} outlook={outlook} />
        <Box
          sx={{
            display: 'grid',
            gridTemplateColumns: 'minmax(0, 1fr) 372px',
            gap: 2,
            alignItems: 'start',
            '@container (max-width: 980px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
          }}
        >
          <Stack sx={{ gap: 2, minWidth: 0 }}>
            <LivePanel campaign={campaign} onOpen={openCall} />
            <QueuePanel
              campaign={campaign}
              openId={opened?.kind === 'item' ? opened.item.id : null}
              onOpen={(item) => setOpened({ kind: 'item', item })}
            />
            {nobodyWaits && outcomes}
          </Stack>
          <Stack sx={{ gap: 2, minWidth: 0 }}>
            {!nobodyWaits && outcomes}
            <HoursPanel campaign={campaign} figures={figures.data} outlook={outlook} />
          </Stack>
        </Box>
        <DayPanels figures={figures.data} />
      </Stack>
    </ListAndDrawer>
  );
}

/** Why no calls go out, where somebody or something must lift it: the same sentence as on the card. */
function Why({ campaign }: { campaign: Campaign }) {
  const now = useNow();
  const { id: userId } = useUser();
  const strip = stripOf(campaign, { now, timeZone: viewerZone(), userId });
  if (strip === null) return null;
  return (
    <Card sx={{ flexShrink: 0, '& > *': { borderTop: 0 } }}>
      <CampaignStrip strip={strip} />
      <Spoken unseen words={strip.sentence} />
    </Card>
  );
}
