import CancelOutlined from '@mui/icons-material/CancelOutlined';
import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined';
import PendingOutlined from '@mui/icons-material/PendingOutlined';
import { Box, Card, Link as StyledLink, Stack, Typography } from '@mui/material';
import { memo } from 'react';
import { Link } from 'wouter';
import type { Campaign } from '../../../shared/contract/campaigns.ts';
import { dayInWords } from '../../../shared/domain/time-words.ts';
import { localDateOf } from '../../../shared/domain/calendar.ts';
import { useUser } from '../../app/session/session.ts';
import { num } from '../../app/theme/tokens.ts';
import { Dot } from '../../components/dot.tsx';
import { Mark, type MarkOf } from '../../components/mark.tsx';
import { number, viewerZone } from '../../lib/format.ts';
import { useMinute, useNow } from '../../lib/use-now.ts';
import { card } from '../../words/campaigns.ts';
import { addressOf } from '../campaign/campaign-view.ts';
import { CampaignActions } from './campaign-actions.tsx';
import { doneOf, MARKS, type NextCall, nextCall, passingReason, stateWord, stripOf } from './campaign-state.ts';
import { CampaignStrip } from './campaign-strip.tsx';
import { ProgressBar } from './progress-bar.tsx';

/** Wide: everything on one line, the same thing at the same place on every card. Narrow: the figures move below the name. */
const COLUMNS = {
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr) 92px 76px 84px 168px 140px',
  columnGap: 2,
  alignItems: 'center',
  px: 2,
  py: 1.75,
  '@container (max-width: 1040px)': {
    gridTemplateColumns: '92px 76px 84px minmax(0, 1fr) auto',
    rowGap: 1.5,
    '& > :first-of-type': { gridColumn: '1 / -1', pr: 0 },
  },
};

// The count of a healthy card is no alarm: red is for what somebody must mend.
const FIGURES = {
  successful: { word: card.successful, icon: CheckCircleOutlined, tone: 'success' },
  failed: { word: card.failed, icon: CancelOutlined, tone: 'neutral' },
  queued: { word: card.queued, icon: PendingOutlined, tone: 'info' },
} as const satisfies Record<string, MarkOf>;

/** One campaign: what it is, how far it is, what comes next, what can be done, and why not if nothing happens. */
export const CampaignCard = memo(function CampaignCard({ campaign }: { campaign: Campaign }) {
  // Only the countdown goes by the second: the rest of a card stays as it is.
  const now = useMinute();
  const { id: userId } = useUser();
  const strip = stripOf(campaign, { now, timeZone: viewerZone(), userId });
  const words = progressWords(campaign, now, userId);
  return (
    <Card component="article" aria-label={campaign.name}>
      <Box sx={COLUMNS}>
        <Box sx={{ minWidth: 0, pr: 2 }}>
          <Typography component="h2" variant="subtitle1" noWrap title={campaign.name} sx={{ fontWeight: 600 }}>
            <StyledLink component={Link} href={addressOf(campaign.id, 'overview')} sx={{ color: 'inherit', fontWeight: 600 }}>
              {campaign.name}
            </StyledLink>
          </Typography>
          <Frame campaign={campaign} />
          <Box sx={{ mt: 1.25 }}>
            <ProgressBar campaign={campaign} />
          </Box>
          <ProgressWords facts={words.facts.join(PART)} created={words.created} />
        </Box>
        <Figure value={campaign.successfulCalls} of={FIGURES.successful} />
        <Figure value={campaign.failedCalls} of={FIGURES.failed} />
        <Figure value={campaign.queued} of={FIGURES.queued} />
        <Next campaign={campaign} />
        <CampaignActions campaign={campaign} />
      </Box>
      {strip && <CampaignStrip strip={strip} />}
    </Card>
  );
});

const Frame = memo(function Frame({ campaign }: { campaign: Campaign }) {
  const { firstCallTime, lastCallTime, timeZone, weekdays, agentName, practice } = campaign;
  const window = card.window(firstCallTime, lastCallTime, timeZone, viewerZone(), weekdays);
  return (
    <Typography variant="body2" component="div" noWrap title={window} sx={{ color: 'text.secondary' }}>
      <Mark of={MARKS[campaign.status]} word={stateWord(campaign)} />
      <Dot />
      {agentName}
      {practice && ` (${card.practice})`}
      <Dot />
      {window}
    </Typography>
  );
}, isFramedAlike);

/** What stands below the name changes seldom, the figures with every call. */
function isFramedAlike({ campaign: a }: { campaign: Campaign }, { campaign: b }: { campaign: Campaign }): boolean {
  return FRAMED.every((name) => a[name] === b[name]) && a.weekdays.join() === b.weekdays.join() && stateWord(a) === stateWord(b);
}
const FRAMED = ['status', 'firstCallTime', 'lastCallTime', 'timeZone', 'agentName', 'practice'] as const;

/** Parts the facts where they are handed on as one text. */
const PART = '\n';

function progressWords(campaign: Campaign, now: number, ownId: string): { facts: string[]; created: string } {
  const { totalContacts, callsUp, skipped, cancelled, working, createdAt, userId, ownerName } = campaign;
  const facts = [
    card.done(doneOf(campaign), totalContacts),
    callsUp > 0 && card.up(callsUp),
    skipped > 0 && card.skipped(skipped),
    cancelled > 0 && card.cancelled(cancelled),
    working !== null && card.working[working],
    passingReason(campaign),
  ].filter((fact) => typeof fact === 'string');
  const zone = viewerZone();
  const created = card.created(dayInWords(localDateOf(createdAt.getTime(), zone), localDateOf(now, zone)));
  return { facts, created: userId === ownId ? created : `${card.owner(ownerName)}, ${created}` };
}

const ProgressWords = memo(function ProgressWords({ facts, created }: { facts: string; created: string }) {
  return (
    <Stack direction="row" sx={{ mt: 0.75, gap: 2, justifyContent: 'space-between', whiteSpace: 'nowrap', ...num }}>
      <Typography variant="caption" component="div" noWrap sx={{ color: 'text.secondary', minWidth: 0 }}>
        {facts.split(PART).map((fact, place) => (
          <span key={fact}>
            {place > 0 && <Dot />}
            {fact}
          </span>
        ))}
      </Typography>
      <Typography variant="caption" sx={{ color: 'text.tertiary' }}>
        {created}
      </Typography>
    </Stack>
  );
});

const Figure = memo(function Figure({ value, of }: { value: number; of: MarkOf }) {
  return (
    <Box sx={{ minWidth: 0 }}>
      <Typography variant="figure">{number(value)}</Typography>
      <Typography variant="caption" component="div" sx={{ color: 'text.secondary', mt: 0.25 }}>
        <Mark of={of} size={14} />
      </Typography>
    </Box>
  );
});

function Next({ campaign }: { campaign: Campaign }) {
  const now = useNow();
  return <NextWords {...nextCall(campaign, now, viewerZone())} />;
}

/** Drawn anew only where the words are others: most cards' do not change by the second. */
const NextWords = memo(function NextWords({ figure, note, quiet }: NextCall) {
  return (
    <Box sx={{ pl: 2, borderLeft: 1, borderColor: 'divider', minWidth: 0 }}>
      <Typography variant="figure" noWrap sx={{ color: quiet ? 'text.tertiary' : 'text.primary' }}>
        {figure}
      </Typography>
      <Typography variant="caption" component="div" sx={{ color: 'text.secondary', mt: 0.25 }}>
        {note}
      </Typography>
    </Box>
  );
});
