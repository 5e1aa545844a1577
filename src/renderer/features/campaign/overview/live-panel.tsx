import { Box, Stack, Table, TableBody, TableCell, TableContainer, TableHead, TableRow, Typography } from '@mui/material';
import { useMemo } from 'react';
import type { Call } from '../../../../shared/contract/calls.ts';
import type { Campaign } from '../../../../shared/contract/campaigns.ts';
import { ellipsis } from '../../../app/theme/tokens.ts';
import { useLive } from '../../../app/live/live-store.ts';
import { callMark } from '../../../components/call-marks.ts';
import { Mark } from '../../../components/mark.tsx';
import { Panel } from '../../../components/panel.tsx';
import { Phone } from '../../../components/phone.tsx';
import { Pips } from '../../../components/pips.tsx';
import { OpeningRow, RowOpener } from '../../../components/row-opener.tsx';
import { VisuallyHidden } from '../../../components/visually-hidden.tsx';
import { talkTime } from '../../../lib/talk-time.ts';
import { useNow } from '../../../lib/use-now.ts';
import { overview, queueWords } from '../../../words/campaign.ts';
import { passingReason } from '../../campaigns/campaign-state.ts';

interface LivePanelProps {
  campaign: Campaign;
  onOpen: (callId: string) => void;
}

/** The calls of the campaign that are up, each with its clock, and the slots that it may have. */
export function LivePanel({ campaign, onOpen }: LivePanelProps) {
  const all = useLive(({ callsUp }) => callsUp);
  const calls = useMemo(() => oldestFirst([...all.values()].filter(({ campaignId }) => campaignId === campaign.id)), [all, campaign.id]);
  return (
    <Panel title={overview.live} note={overview.callsUp(calls.length)} actions={<Limit campaign={campaign} up={calls.length} />}>
      {calls.length === 0 ? <NoCall campaign={campaign} /> : <Calls calls={calls} onOpen={onOpen} />}
    </Panel>
  );
}

const oldestFirst = (calls: Call[]) => calls.toSorted((a, b) => a.claimedAt.getTime() - b.claimedAt.getTime());

function NoCall({ campaign }: { campaign: Campaign }) {
  const reason = campaign.status === 'active' ? (passingReason(campaign) ?? toldElsewhere(campaign)) : null;
  return (
    <Typography variant="body2" sx={{ px: 2, py: 1.25, color: 'text.secondary' }}>
      {reason === null ? overview.noCallUp : `${overview.noCallUp} ${reason.replace(/\.?$/, '.')}`}
    </Typography>
  );
}

/** When the next call is planned: the countdown of the card, in words. */
const toldElsewhere = ({ whyNoCalls }: Campaign): string | null =>
  whyNoCalls?.code === 'planned' || whyNoCalls?.code === 'turn' ? whyNoCalls.sentence : null;

function Limit({ campaign: { concurrencyLimit }, up }: { campaign: Campaign; up: number }) {
  // The usual needs no word: without a limit of its own it has its supervisor's.
  if (concurrencyLimit === null) return null;
  return (
    <Stack direction="row" sx={{ alignItems: 'center', gap: 1, pr: 1 }}>
      <Typography variant="caption" sx={{ color: 'text.tertiary' }}>
        {overview.campaignLimit}
      </Typography>
      <Box sx={{ width: Math.min(concurrencyLimit, 12) * 22 }}>
        <Pips up={up} of={concurrencyLimit} />
      </Box>
      <Typography variant="caption" sx={{ color: 'text.secondary' }}>
        {up >= concurrencyLimit ? overview.full : overview.free(concurrencyLimit - up)}
      </Typography>
    </Stack>
  );
}

function Calls({ calls, onOpen }: { calls: readonly Call[]; onOpen: (callId: string) => void }) {
  return (
    <TableContainer>
      <Table aria-label={overview.liveCalls} sx={{ tableLayout: 'fixed' }}>
        <TableHead sx={{ '& th': { height: 0, p: 0, border: 0 } }}>
          <TableRow>
            {[queueWords.state, queueWords.contact, queueWords.phone, queueWords.attempts, overview.runsFor].map((word, place) => (
              <TableCell key={word} sx={{ width: WIDTHS[place] }}>
                <VisuallyHidden>{word}</VisuallyHidden>
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {calls.map((call) => (
            <OpeningRow key={call.id} onOpen={() => onOpen(call.id)}>
              <TableCell>
                <Mark of={callMark(call)} />
              </TableCell>
              <TableCell sx={ellipsis}>
                <RowOpener name={call.contactName} />
              </TableCell>
              <TableCell sx={{ color: 'text.secondary' }}>
                <Phone number={call.phoneNumber} />
              </TableCell>
              <TableCell sx={{ color: 'text.tertiary', ...ellipsis }}>
                {call.ambiguous ? overview.notAnswered : overview.attempt(call.attempt)}
              </TableCell>
              <TableCell align="right" sx={{ fontWeight: 600 }}>
                <Clock since={call.answeredAt ?? call.claimedAt} />
              </TableCell>
            </OpeningRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}

const WIDTHS = [124, '28%', 152, undefined, 80] as const;

function Clock({ since }: { since: Date }) {
  const now = useNow();
  return talkTime((now - since.getTime()) / 1000);
}
