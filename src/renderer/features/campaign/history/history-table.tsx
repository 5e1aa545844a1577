import { Link, Table, TableBody, TableCell, TableHead, TableRow, Tooltip } from '@mui/material';
import type { Call } from '../../../../shared/contract/calls.ts';
import { whenInWords } from '../../../../shared/domain/time-words.ts';
import { c } from '../../../app/theme/tokens.ts';
import { callMark } from '../../../components/call-marks.ts';
import { Mark } from '../../../components/mark.tsx';
import { Phone } from '../../../components/phone.tsx';
import { number, viewerZone } from '../../../lib/format.ts';
import { talkTime } from '../../../lib/talk-time.ts';
import { useNow } from '../../../lib/use-now.ts';
import { historyWords } from '../../../words/campaign.ts';
import { common } from '../../../words/common.ts';
import { PAGE_EDGE } from '../page-edge.ts';

interface HistoryTableProps {
  calls: readonly Call[];
  openId: string | null;
  onOpen: (call: Call) => void;
}

const ELLIPSIS = { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' } as const;

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
          <TableRow
            key={call.id}
            hover
            selected={call.id === openId}
            onClick={() => onOpen(call)}
            sx={{
              cursor: 'pointer',
              ...(call.id === openId && { '& td:first-of-type': { boxShadow: `inset 2px 0 0 ${c.primary.main}` } }),
            }}
          >
            <TableCell sx={{ color: 'text.secondary', fontVariantNumeric: 'tabular-nums', ...ELLIPSIS }}>
              {whenInWords(call.claimedAt.getTime(), now, viewerZone())}
            </TableCell>
            <TableCell sx={ELLIPSIS}>
              <Tooltip title={call.contactName} describeChild>
                <Link
                  component="button"
                  variant="body2"
                  noWrap
                  sx={{ color: 'text.primary', display: 'block', maxWidth: 1, textAlign: 'left' }}
                >
                  {call.contactName || common.unnamed}
                </Link>
              </Tooltip>
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
            <TableCell sx={{ color: 'text.secondary', ...ELLIPSIS }} title={call.agentName}>
              {call.agentName}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
