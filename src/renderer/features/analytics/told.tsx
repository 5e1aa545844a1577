import { Box, Stack } from '@mui/material';
import { memo } from 'react';
import { navigate } from '../../app/address.ts';
import { useUser } from '../../app/session/session.ts';
import { type AnalyticsView, addressOf, type Behind, type Narrowing } from './analytics-view.ts';
import { FiguresStrip } from './figures-strip.tsx';
import { HeatPanel } from './heat/heat-panel.tsx';
import { BreakdownPanel } from './panels/breakdown-panel.tsx';
import { PeriodPanels } from './panels/period-panels.tsx';
import type { Figures } from './use-analytics.ts';

interface ToldProps {
  /** With no calls open beside it, and the same as long as it says the same. */
  view: AnalyticsView;
  figures: Figures;
  /** Whether they are those of the view: until then the ones before stay, pale. */
  isCurrent: boolean;
  onOpenCall: (id: string) => void;
}

/** All that is told of the calls: large figures, charts, when people answer, and whose part is how large. */
export const Told = memo(function Told({ view, figures, isCurrent, onOpenCall }: ToldProps) {
  const hrefOf = (behind: Behind) => addressOf({ ...view, behind });
  const onPick = (behind: Behind) => navigate(hrefOf(behind));
  return (
    <Stack aria-busy={!isCurrent} sx={{ gap: 2, flexShrink: 0, transition: 'opacity 120ms 200ms', ...(!isCurrent && { opacity: 0.5 }) }}>
      <FiguresStrip analytics={figures.analytics} hrefOf={hrefOf} onOpenCall={onOpenCall} />
      <PeriodPanels figures={figures} hrefOf={hrefOf} onPick={onPick} />
      {/* Of one day the hours above say as much. */}
      {figures.from !== figures.to && <HeatPanel heat={figures.heat} hrefOf={hrefOf} onPick={onPick} />}
      <Parts view={view} figures={figures} />
    </Stack>
  );
});

function Parts({ view, figures: { campaigns, agents, users } }: Pick<ToldProps, 'view' | 'figures'>) {
  const isAdmin = useUser().role === 'admin';
  const only = (name: keyof Narrowing) => (id: string) => addressOf({ ...view, [name]: id, behind: null });
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 2,
        gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
        '@container (max-width: 900px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
      }}
    >
      <BreakdownPanel of="campaigns" rows={campaigns} withOwners={isAdmin} hrefOf={only('campaignId')} />
      <Stack sx={{ gap: 2, minWidth: 0 }}>
        <BreakdownPanel of="agents" rows={agents} withOwners={isAdmin} hrefOf={only('agentId')} />
        {isAdmin && <BreakdownPanel of="users" rows={users} withOwners={false} hrefOf={only('userId')} />}
      </Stack>
    </Box>
  );
}
