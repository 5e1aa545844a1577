import { Button, FormControlLabel, Stack, Switch, ToggleButton, ToggleButtonGroup } from '@mui/material';
import { useUser } from '../../../app/session/session.ts';
import { filterWords as words } from '../../../words/analytics.ts';
import { type AnalyticsView, isNarrowed, type Narrowing, PERIODS, type Period } from '../analytics-view.ts';
import type { Figures } from '../use-analytics.ts';
import { AgentFilter, UserFilter } from './agent-and-user.tsx';
import { CampaignFilter } from '../../../components/campaign-filter.tsx';
import { OwnDates } from './own-dates.tsx';

/** Below it the filters take more than one line. */
const WRAPS = '@media (max-width: 1279.95px)';

interface FilterBarProps {
  view: AnalyticsView;
  figures: Figures | null;
  onChange: (view: AnalyticsView) => void;
}

/** Which calls are counted: when, of which campaign, by which agent, whose, and whether practice is. */
export function FilterBar({ view, figures, onChange }: FilterBarProps) {
  const { role } = useUser();
  const narrow = (name: keyof Narrowing, id: string | null) => {
    const { [name]: _, ...rest } = view;
    onChange(id === null ? rest : { ...rest, [name]: id });
  };
  const choosePeriod = (period: Period) => {
    const { own: _, ...rest } = view;
    // Dates of one's own begin as those that are shown.
    onChange(period === 'own' ? { ...rest, period, ...(figures && { own: { from: figures.from, to: figures.to } }) } : { ...rest, period });
  };
  const clear = () => {
    const { campaignId: _c, agentId: _a, userId: _u, practice: _p, ...rest } = view;
    onChange(rest);
  };
  const isChosen = isNarrowed(view) || view.practice !== undefined;
  return (
    <Stack role="group" aria-label={words.filters} sx={{ px: 3, pb: 1.5, gap: 1.5, flexShrink: 0 }}>
      <Stack direction="row" sx={{ alignItems: 'center', gap: 1, flexWrap: 'wrap' }}>
        <ToggleButtonGroup
          exclusive
          aria-label={words.period}
          value={view.period}
          onChange={(_, period: Period | null) => period !== null && choosePeriod(period)}
        >
          {PERIODS.map((period) => (
            <ToggleButton key={period} value={period} disabled={period === 'own' && figures === null} sx={{ px: 1, whiteSpace: 'nowrap' }}>
              {words.periods[period]}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
        <CampaignFilter value={view.campaignId ?? null} known={figures?.campaigns ?? []} onChange={(id) => narrow('campaignId', id)} />
        <AgentFilter value={view.agentId ?? null} known={figures?.agents ?? []} onChange={(id) => narrow('agentId', id)} />
        {role === 'admin' && (
          <UserFilter value={view.userId ?? null} known={figures?.users ?? []} onChange={(id) => narrow('userId', id)} />
        )}
        <FormControlLabel
          control={
            <Switch
              checked={view.practice ?? figures?.analytics.practiceIncluded ?? false}
              onChange={(_, practice) => onChange({ ...view, practice })}
            />
          }
          label={words.practice}
          slotProps={{ typography: { variant: 'body2' } }}
          sx={{ mr: 0 }}
        />
        {/* Keeps its place, so that nothing moves when a first choice is made; where it has none in the line, it would leave an empty one. */}
        <Button
          variant="text"
          onClick={clear}
          sx={{ ml: 'auto', ...(!isChosen && { visibility: 'hidden', [WRAPS]: { display: 'none' } }) }}
        >
          {words.clear}
        </Button>
      </Stack>
      {view.period === 'own' && view.own && (
        <OwnDates key={`${view.own.from} ${view.own.to}`} value={view.own} onChange={(own) => onChange({ ...view, own })} />
      )}
    </Stack>
  );
}
