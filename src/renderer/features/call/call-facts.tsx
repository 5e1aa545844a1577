import { Link as StyledLink } from '@mui/material';
import { Link } from 'wouter';
import type { CallDetails } from '../../../shared/contract/calls.ts';
import { whenInWords } from '../../../shared/domain/time-words.ts';
import { callMark } from '../../components/call-marks.ts';
import { DrawerFacts, type Fact } from '../../components/drawer-facts.tsx';
import { Phone } from '../../components/phone.tsx';
import { number, viewerZone } from '../../lib/format.ts';
import { money } from '../../lib/money.ts';
import { talkTime } from '../../lib/talk-time.ts';
import { useNow } from '../../lib/use-now.ts';
import { callWords, providerName } from '../../words/call.ts';
import { common } from '../../words/common.ts';

/** What a call was, in figures and names. */
export function CallFacts({ call }: { call: CallDetails }) {
  const now = useNow();
  const { outcome, duration, cost, agentName, callerNumber, provider, attempt, claimedAt, campaignId, campaignName } = call;
  const { facts: words } = callWords;
  const facts: Fact[] = [
    { word: words.outcome, value: outcome === null ? common.nothing : callMark(call).word },
    { word: words.talked, value: duration ? talkTime(duration) : common.nothing },
    { word: words.cost, value: cost === null ? common.nothing : money(cost) },
    { word: words.agent, value: agentName },
    { word: words.number, value: callerNumber === null ? callWords.noNumber : <Phone number={callerNumber} /> },
    { word: words.provider, value: providerName(provider) },
    { word: words.attempt, value: number(attempt) },
    { word: words.started, value: whenInWords(claimedAt.getTime(), now, viewerZone()) },
    ...(campaignId === null || campaignName === null
      ? []
      : [
          {
            word: words.campaign,
            value: (
              <StyledLink component={Link} href={`/campaign/${campaignId}`}>
                {campaignName}
              </StyledLink>
            ),
          },
        ]),
  ];
  return <DrawerFacts facts={facts} />;
}
