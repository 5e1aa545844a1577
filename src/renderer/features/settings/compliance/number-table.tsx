import { Button, Table, TableBody, TableCell, TableContainer, TableHead, TableRow } from '@mui/material';
import { ellipsis } from '../../../app/theme/tokens.ts';
import type { DoNotCallNumber } from '../../../../shared/contract/compliance.ts';
import { formatPhoneNumber } from '../../../../shared/domain/phone-number.ts';
import { useUser } from '../../../app/session/session.ts';
import { Phone } from '../../../components/phone.tsx';
import { useNow } from '../../../lib/use-now.ts';
import { common } from '../../../words/common.ts';
import { settings } from '../../../words/settings/common.ts';
import { doNotCall } from '../../../words/settings/compliance.ts';
import { ActionsHead } from '../form/actions-head.tsx';
import { whenItWas } from '../when-it-was.ts';

interface NumberTableProps {
  numbers: readonly DoNotCallNumber[];
  onRemove: (entry: DoNotCallNumber) => void;
}

/** Numbers that nobody calls, the latest first. */
export function NumberTable({ numbers, onRemove }: NumberTableProps) {
  const { role } = useUser();
  const now = useNow();
  const mayRemove = role === 'admin';
  return (
    <TableContainer>
      <Table aria-label={doNotCall.table} sx={{ tableLayout: 'fixed', minWidth: 640 }}>
        <TableHead>
          <TableRow>
            <TableCell sx={{ width: 176 }}>{doNotCall.number}</TableCell>
            <TableCell>{doNotCall.reason}</TableCell>
            <TableCell sx={{ width: '20%' }}>{doNotCall.addedBy}</TableCell>
            <TableCell align="right" sx={{ width: 136 }}>
              {doNotCall.addedAt}
            </TableCell>
            {mayRemove && <ActionsHead width={104} />}
          </TableRow>
        </TableHead>
        <TableBody>
          {numbers.map((entry) => (
            <TableRow key={entry.phoneNumber} sx={{ '& td:not(:first-of-type)': { color: 'text.secondary' } }}>
              <TableCell sx={{ fontWeight: 500 }}>
                <Phone number={entry.phoneNumber} />
              </TableCell>
              <TableCell sx={ellipsis} title={entry.reason}>
                {entry.reason === '' ? common.nothing : entry.reason}
              </TableCell>
              <TableCell sx={ellipsis}>{entry.addedByName}</TableCell>
              <TableCell align="right">{whenItWas(entry.addedAt, now)}</TableCell>
              {mayRemove && (
                <TableCell align="right">
                  <Button
                    size="small"
                    variant="text"
                    aria-label={doNotCall.removeOf(formatPhoneNumber(entry.phoneNumber))}
                    onClick={() => onRemove(entry)}
                  >
                    {settings.remove}
                  </Button>
                </TableCell>
              )}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}
