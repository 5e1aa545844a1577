import { Box, Stack, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { memo } from 'react';
import type { Call } from '../../../shared/contract/calls.ts';
import { ellipsis } from '../../app/theme/tokens.ts';
import { callMark } from '../../components/call-marks.ts';
import { Mark, type MarkOf } from '../../components/mark.tsx';
import { Panel } from '../../components/panel.tsx';
import { Phone } from '../../components/phone.tsx';
import { VisuallyHidden } from '../../components/visually-hidden.tsx';
import { talkTime } from '../../lib/talk-time.ts';
import { useNow } from '../../lib/use-now.ts';
import { callsUp } from '../../words/live.ts';
import type { FreeSlots } from './free-slots.ts';
import { ScrollArea } from './scroll-area.tsx';

interface CallsUpPanelProps {
  /** Longest first. */
  calls: readonly Call[];
  free: FreeSlots;
  /** Whose each call is; null where all are one's own. */
  ownerOf: ((userId: string) => string) | null;
}

const ONLY_WIDE = { '@container (max-width: 479.95px)': { display: 'none' } };

/** Every call that is up with its clock, and below them the slots that are free. */
export function CallsUpPanel({ calls, free, ownerOf }: CallsUpPanelProps) {
  const withOwner = ownerOf !== null;
  return (
    <Panel title={callsUp.title} note={callsUp.note(calls.length)} sx={PANEL}>
      <ScrollArea label={callsUp.title}>
        <Table
          aria-label={callsUp.table}
          sx={{ tableLayout: 'fixed', '& tbody td': { height: 48 }, '& tbody tr': { isolation: 'isolate' } }}
        >
          <TableHead sx={{ '& th': { height: 0, p: 0, border: 0 } }}>
            <TableRow>
              <Head width={116} word={callsUp.state} />
              <Head word={callsUp.contact} />
              {withOwner && <Head width={120} word={callsUp.whose} sx={ONLY_WIDE} />}
              <Head width={96} word={callsUp.runsFor} />
            </TableRow>
          </TableHead>
          <TableBody>
            {calls.map((call) => (
              <CallRow key={call.id} call={call} owner={ownerOf?.(call.userId) ?? null} />
            ))}
            {Array.from({ length: Math.max(free.rows, 1) }, (_, row) => (
              // oxlint-disable-next-line react/no-array-index-key -- a free slot has no other name than its place
              <FreeRow key={row} isFree={free.rows > 0} note={row === 0 ? free.note : ''} withOwner={withOwner} />
            ))}
            {free.more > 0 && <FreeRow isFree={false} note={callsUp.moreFree(free.more)} withOwner={withOwner} />}
          </TableBody>
        </Table>
      </ScrollArea>
    </Panel>
  );
}

export const PANEL = { display: 'flex', flexDirection: 'column', minHeight: 0, minWidth: 0, containerType: 'inline-size' } as const;

function Head({ word, width, sx }: { word: string; width?: number; sx?: object }) {
  return (
    <TableCell sx={{ ...(width !== undefined && { width }), ...sx }}>
      <VisuallyHidden>{word}</VisuallyHidden>
    </TableCell>
  );
}

const CallRow = memo(function CallRow({ call, owner }: { call: Call; owner: string | null }) {
  const note = [call.campaignName, call.practice && callsUp.practice, call.ambiguous && callsUp.notConfirmed].filter(Boolean).join(' · ');
  return (
    <TableRow>
      <StateCell mark={callMark(call)} />
      <WhoCell name={call.contactName} phoneNumber={call.phoneNumber} note={note} />
      {owner !== null && <OwnerCell owner={owner} />}
      <ClockCell since={(call.answeredAt ?? call.claimedAt).getTime()} />
    </TableRow>
  );
});

// Fifty calls a second change, most of them in their state alone: each cell is drawn anew only for what it shows.
const StateCell = memo(function StateCell({ mark }: { mark: MarkOf }) {
  return (
    <TableCell sx={{ fontSize: 14, ...ellipsis }}>
      <Mark of={mark} size={18} />
    </TableCell>
  );
});

const WhoCell = memo(function WhoCell({ name, phoneNumber, note }: { name: string; phoneNumber: string; note: string }) {
  return (
    <TableCell>
      <Typography variant="subtitle1" noWrap title={name} sx={{ fontSize: 15 }}>
        {name || <Phone number={phoneNumber} />}
      </Typography>
      <Typography variant="caption" component="div" noWrap title={note} sx={{ color: 'text.tertiary' }}>
        {note}
      </Typography>
    </TableCell>
  );
});

const OwnerCell = memo(function OwnerCell({ owner }: { owner: string }) {
  return (
    <TableCell title={owner} sx={{ color: 'text.secondary', ...ellipsis, ...ONLY_WIDE }}>
      {owner}
    </TableCell>
  );
});

const ClockCell = memo(function ClockCell({ since }: { since: number }) {
  return (
    <TableCell align="right" sx={{ fontSize: 20, fontWeight: 600, letterSpacing: '-0.012em' }}>
      <Clock since={since} />
    </TableCell>
  );
});

function Clock({ since }: { since: number }) {
  return talkTime((useNow() - since) / 1000);
}

/** A slot that nothing takes yet; without one, the reason why none is free. */
const FreeRow = memo(function FreeRow({ isFree, note, withOwner }: { isFree: boolean; note: string; withOwner: boolean }) {
  return (
    <TableRow>
      <TableCell sx={{ color: 'text.tertiary', fontSize: 14 }}>
        {isFree && (
          <Stack direction="row" sx={{ alignItems: 'center', gap: 0.75 }}>
            <Box
              aria-hidden
              sx={{ width: 14, height: 14, m: '2px', borderRadius: '50%', border: '1.5px dashed', borderColor: 'line.strong' }}
            />
            {callsUp.free}
          </Stack>
        )}
      </TableCell>
      <TableCell colSpan={2} sx={{ color: 'text.tertiary', whiteSpace: 'normal' }}>
        {note}
      </TableCell>
      {withOwner && <TableCell sx={ONLY_WIDE} />}
    </TableRow>
  );
});
