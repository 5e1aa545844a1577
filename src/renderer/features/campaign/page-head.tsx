import { Box, Breadcrumbs, Link as StyledLink } from '@mui/material';
import { Link } from 'wouter';
import type { Campaign } from '../../../shared/contract/campaigns.ts';
import { localDateOf } from '../../../shared/domain/calendar.ts';
import { dayInWords } from '../../../shared/domain/time-words.ts';
import { useUser } from '../../app/session/session.ts';
import { Dot } from '../../components/dot.tsx';
import { Mark } from '../../components/mark.tsx';
import { useNow } from '../../lib/use-now.ts';
import { formWords } from '../../words/campaign-form.ts';
import { campaignPage } from '../../words/campaign.ts';
import { campaignsPage } from '../../words/campaigns.ts';
import { MARKS, stateWord } from '../campaigns/campaign-state.ts';
import { tabOf } from '../campaigns/tabs.ts';

/** Where one came from: the list that holds it. */
export function Above({ campaign: { status } }: { campaign: Campaign }) {
  const tab = tabOf(status);
  return (
    <Breadcrumbs
      aria-label={campaignPage.where}
      sx={{ fontSize: 12, lineHeight: '16px', '& .MuiBreadcrumbs-separator': { mx: 0.5, color: 'text.disabled' } }}
    >
      <Crumb href="/campaigns/active">{campaignPage.campaigns}</Crumb>
      <Crumb href={`/campaigns/${tab}`}>{campaignsPage.tabs[tab]}</Crumb>
    </Breadcrumbs>
  );
}

const Crumb = ({ href, children }: { href: string; children: string }) => (
  <StyledLink component={Link} href={href} sx={{ color: 'text.secondary', fontWeight: 400, fontSize: 12 }}>
    {children}
  </StyledLink>
);

export const StateMark = ({ campaign }: { campaign: Campaign }) => <Mark of={MARKS[campaign.status]} word={stateWord(campaign)} />;

/** Who speaks, when, how often, and whose it is. */
export function Meta({ campaign }: { campaign: Campaign }) {
  const user = useUser();
  const now = useNow();
  const { agentName, practice, firstCallTime, lastCallTime, weekdays, timeZone, startDate, endDate, retry, userId, ownerName } = campaign;
  const today = localDateOf(now, timeZone);
  const [start, end] = [dayInWords(startDate, today), endDate === null ? null : dayInWords(endDate, today)];
  const facts = [
    agentName,
    campaignPage.window(firstCallTime, lastCallTime, weekdays, timeZone),
    startDate > today ? campaignPage.startsOn(start, end) : campaignPage.dates(start, end),
    campaignPage.attempts(retry.maxAttempts),
    ...(practice ? [formWords.practice] : []),
    ...(userId === user.id ? [] : [campaignPage.owner(ownerName)]),
  ];
  return (
    <span title={facts.join(' · ')}>
      {facts.map((fact, place) => (
        <Box component="span" key={fact}>
          {place > 0 && <Dot />}
          {fact}
        </Box>
      ))}
    </span>
  );
}
