import { Stack, Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { memo } from 'react';
import type { LiveBoard, NextCall } from '../../../shared/contract/board.ts';
import { Panel } from '../../components/panel.tsx';
import { Phone } from '../../components/phone.tsx';
import { VisuallyHidden } from '../../components/visually-hidden.tsx';
import { useNow } from '../../lib/use-now.ts';
import { callsUp, nextWords } from '../../words/live.ts';
import { PANEL } from './calls-up-panel.tsx';
import { ScrollArea } from './scroll-area.tsx';
import { untilWords } from './until-words.ts';

/** Who is called next and in how long; and who waits without a time. */
export const NextPanel = memo(function NextPanel({ board: { next, waiting } }: { board: LiveBoard }) {
  const notes = [waiting.paused > 0 && nextWords.paused(waiting.paused), waiting.drafts > 0 && nextWords.drafts(waiting.drafts)].filter(
    (note) => typeof note === 'string',
  );
  const isNobody = waiting.total === 0;
  const nothing = isNobody ? nextWords.none : waiting.total > waiting.paused + waiting.drafts ? nextWords.noTime : null;
  return (
    <Panel title={nextWords.title} sx={PANEL}>
      <ScrollArea label={nextWords.title}>
        {next.length > 0 && <NextTable next={next} />}
        <Stack sx={{ px: 2, py: 1.25, gap: 0.75 }}>
          {next.length === 0 && nothing !== null && <Note>{nothing}</Note>}
          {next.length < 10 && notes.map((note) => <Note key={note}>{note}</Note>)}
        </Stack>
      </ScrollArea>
    </Panel>
  );
});

const Note = ({ children }: { children: string }) => (
  <Typography variant="body2" sx={{ color: 'text.secondary' }}>
    {children}
  </Typography>
);

function NextTable({ next }: { next: readonly NextCall[] }) {
  return (
    <Table aria-label={nextWords.table} sx={{ tableLayout: 'fixed', '& tbody td': { height: 48 } }}>
      <TableHead sx={{ '& th': { height: 0, p: 0, border: 0 } }}>
        <TableRow>
          {[nextWords.when, callsUp.contact].map((word, place) => (
            <TableCell key={word} sx={place === 0 ? { width: 100 } : {}}>
              <VisuallyHidden>{word}</VisuallyHidden>
            </TableCell>
          ))}
        </TableRow>
      </TableHead>
      <TableBody>
        {next.map((call) => (
          <NextRow key={call.itemId} call={call} />
        ))}
      </TableBody>
    </Table>
  );
}

function NextRow({ call }: { call: NextCall }) {
  return (
    <TableRow>
      <TableCell align="right" sx={{ pr: 1, fontSize: 15, fontWeight: 600, whiteSpace: 'nowrap' }}>
        <Until at={call.at.getTime()} />
      </TableCell>
      <TableCell>
        <Typography variant="subtitle1" noWrap title={call.contactName}>
          {call.contactName || <Phone number={call.phoneNumber} />}
        </Typography>
        <Where call={call} />
      </TableCell>
    </TableRow>
  );
}

/** Goes by the second, alone of its row. A span in words is longer than a clock, and smaller. */
function Until({ at }: { at: number }) {
  const words = untilWords(at - useNow());
  return words.includes(' ') ? (
    <Typography component="span" variant="subtitle2" sx={{ fontWeight: 600 }}>
      {words}
    </Typography>
  ) : (
    words
  );
}

function Where({ call: { campaignName, waitingFor } }: { call: NextCall }) {
  const reason = waitingFor === null ? undefined : nextWords.reasons[waitingFor.code];
  const note = [campaignName, reason].filter(Boolean).join(' · ');
  return (
    <Typography variant="caption" component="div" noWrap title={note} sx={{ color: 'text.tertiary' }}>
      {note}
    </Typography>
  );
}
