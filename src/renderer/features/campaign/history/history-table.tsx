import { Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import type { Call } from '../../../../shared/contract/calls.ts';
import { whenInWords } from '../../../../shared/domain/time-words.ts';
import { ellipsis } from '../../../app/theme/tokens.ts';
import { callMark } from '../../../components/call-marks.ts';
import { Mark } from '../../../components/mark.tsx';
import { Phone } from '../../../components/phone.tsx';
import { OpeningRow, RowOpener } from '../../../components/row-opener.tsx';
import { number, viewerZone } from '../../../lib/format.ts';
import { talkTime } from '../../../lib/talk-time.ts';
import { useNow } from '../../../lib/use-now.ts';
import { historyWords } from '../../../words/campaign.ts';
import { common } from '../../../words/common.ts';
import { PAGE_EDGE } from '../../../components/page-edge.ts';

interface HistoryTableProps {
  calls: readonly Call[];
  openId: string | null;
  onOpen: (call: Call) => void;
}

/** Calls that are over, the latest first, in the viewer's time. */
export function HistoryTable({ calls, openId, onOpen }: HistoryTableProps) {
  const now = useNow();
  return (
    <Table aria-label={historyWords.table} stickyHeader sx={{ tableLayout: 'fixed', ...PAGE_EDGE }}>
      <TableHead>
        <TableRow>
          <TableCell sx={{ width: 184 }}>{historyWords.when}</TableCell>
          <TableCell>{historyWords.contact}</TableCell>
          <TableCell sx={{ width: 152 }}>{historyWords.phone}</TableCell>
          <TableCell sx={{ width: 124 }}>{historyWords.outcome}</TableCell>
          <TableCell align="right" sx={{ width: 72 }}>
            {historyWords.talked}
          </TableCell>
          <TableCell align="right" sx={{ width: 76 }}>
            {historyWords.attempt}
          </TableCell>
          <TableCell sx={{ width: '15%' }}>{historyWords.agent}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {calls.map((call) => (
          <OpeningRow key={call.id} isOpen={call.id === openId} onOpen={() => onOpen(call)}>
            <TableCell sx={{ color: 'text.secondary', fontVariantNumeric: 'tabular-nums', ...ellipsis }}>
              {whenInWords(call.claimedAt.getTime(), now, viewerZone())}
            </TableCell>
            <TableCell sx={ellipsis}>
              <RowOpener name={call.contactName} />
            </TableCell>
            <TableCell sx={{ color: 'text.secondary' }}>
              <Phone number={call.phoneNumber} />
            </TableCell>
            <TableCell>
              <Mark of={callMark(call)} />
            </TableCell>
            <TableCell align="right">{call.duration ? talkTime(call.duration) : common.nothing}</TableCell>
            <TableCell align="right" sx={{ color: 'text.secondary' }}>
              {number(call.attempt)}
            </TableCell>
            <TableCell sx={{ color: 'text.secondary', ...ellipsis }} title={call.agentName}>
              {call.agentName}
            </TableCell>
          </OpeningRow>
        ))}
      </TableBody>
    </Table>
  );
}
