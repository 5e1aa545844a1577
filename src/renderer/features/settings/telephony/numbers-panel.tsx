import { Table, TableBody, TableCell, TableHead, TableRow, Typography } from '@mui/material';
import { PRACTICE_ENDINGS, PRACTICE_NUMBERS } from '../../../../shared/domain/practice-numbers.ts';
import { Panel } from '../../../components/panel.tsx';
import { telephony } from '../../../words/settings/telephony.ts';

/** Numbers that always do the same, for whoever wants to see one thing happen. */
export function NumbersPanel() {
  return (
    <Panel title={telephony.numbers} note={telephony.numbersNote}>
      <Table aria-label={telephony.numbersTable}>
        <TableHead>
          <TableRow>
            <TableCell sx={{ width: 96 }}>{telephony.endsIn}</TableCell>
            <TableCell>{telephony.does}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {PRACTICE_ENDINGS.map((ending) => (
            <TableRow key={ending}>
              <TableCell sx={{ fontWeight: 500, fontVariantNumeric: 'tabular-nums' }}>…{ending}</TableCell>
              <TableCell sx={{ color: 'text.secondary' }}>{PRACTICE_NUMBERS[ending]}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      <Typography variant="caption" component="div" sx={{ px: 2, py: 1.5, color: 'text.secondary', borderTop: 1, borderColor: 'divider' }}>
        {telephony.numbersMore}
      </Typography>
    </Panel>
  );
}
