import ChevronLeft from '@mui/icons-material/ChevronLeft';
import ChevronRight from '@mui/icons-material/ChevronRight';
import { Box, Button, Card, IconButton, Stack, Table, TableBody, TableCell, TableHead, TableRow, Tooltip, Typography } from '@mui/material';
import { useState } from 'react';
import type { Holiday } from '../../../../shared/contract/compliance.ts';
import { dayInWords } from '../../../../shared/domain/time-words.ts';
import { api } from '../../../app/connection/client.ts';
import { useLive } from '../../../app/live/live-store.ts';
import { useUser } from '../../../app/session/session.ts';
import { say, sayFault } from '../../../app/toasts.tsx';
import { Fault } from '../../../components/fault.tsx';
import { NothingHere } from '../../../components/nothing-here.tsx';
import { RowSkeletons } from '../../../components/row-skeletons.tsx';
import { useQuery } from '../../../lib/use-query.ts';
import { common } from '../../../words/common.ts';
import { settings } from '../../../words/settings/common.ts';
import { holidays } from '../../../words/settings/compliance.ts';
import { ActionsHead } from '../form/actions-head.tsx';
import { AddHoliday } from './add-holiday.tsx';
import { Spoken } from '../../../components/spoken.tsx';

/** Days on which nobody is called, a year at a time. Everyone sees them, admins change them. */
export function HolidaysPart() {
  const { role } = useUser();
  const version = useLive(({ topics }) => topics.holidays);
  const [year, setYear] = useState(() => new Date().getFullYear());
  const range = { from: `${year}-01-01`, to: `${year}-12-31` };
  const { data, error, isLoading, again } = useQuery(`holidays/${year}`, (signal) => api.compliance.listHolidays(range, { signal }), [
    version,
  ]);
  return (
    <Stack sx={{ gap: 2 }}>
      <Stack direction="row" sx={{ alignItems: 'center', gap: 2 }}>
        <Typography variant="body2" sx={{ flex: 1, color: 'text.secondary' }}>
          {holidays.intro}
        </Typography>
        <Year year={year} onYear={setYear} />
      </Stack>
      {role === 'admin' && <AddHoliday onAdded={(date) => setYear(Number(date.slice(0, 4)))} />}
      <Fault error={error} onRetry={again} />
      <Card>
        {isLoading && <RowSkeletons rows={4} />}
        {data?.holidays.length === 0 && <NothingHere>{holidays.empty(year)}</NothingHere>}
        {data && data.holidays.length > 0 && <HolidayTable year={year} rows={data.holidays} mayRemove={role === 'admin'} />}
      </Card>
    </Stack>
  );
}

function Year({ year, onYear }: { year: number; onYear: (year: number) => void }) {
  return (
    <Stack direction="row" role="group" aria-label={holidays.year} sx={{ alignItems: 'center', gap: 0.5 }}>
      <Tooltip title={holidays.yearBefore}>
        <IconButton aria-label={holidays.yearBefore} onClick={() => onYear(year - 1)}>
          <ChevronLeft />
        </IconButton>
      </Tooltip>
      <Box component="span" sx={{ typography: 'subtitle1', fontVariantNumeric: 'tabular-nums' }}>
        <Spoken words={String(year)} />
      </Box>
      <Tooltip title={holidays.yearAfter}>
        <IconButton aria-label={holidays.yearAfter} onClick={() => onYear(year + 1)}>
          <ChevronRight />
        </IconButton>
      </Tooltip>
    </Stack>
  );
}

function HolidayTable({ year, rows, mayRemove }: { year: number; rows: readonly Holiday[]; mayRemove: boolean }) {
  const remove = ({ date, name }: Holiday) => {
    const putBack = () => void api.compliance.addHoliday({ date, name }).catch(sayFault);
    api.compliance.removeHoliday({ date }).then(() => say(holidays.removed(name), { word: common.undo, run: putBack }), sayFault);
  };
  return (
    <Table aria-label={holidays.table(year)}>
      <TableHead>
        <TableRow>
          <TableCell sx={{ width: 176 }}>{holidays.date}</TableCell>
          <TableCell>{holidays.name}</TableCell>
          {mayRemove && <ActionsHead width={104} />}
        </TableRow>
      </TableHead>
      <TableBody>
        {rows.map((holiday) => (
          <TableRow key={holiday.date}>
            <TableCell sx={{ fontVariantNumeric: 'tabular-nums', color: 'text.secondary' }}>
              {dayInWords(holiday.date, '1970-01-01')}
            </TableCell>
            <TableCell sx={{ fontWeight: 500 }}>{holiday.name}</TableCell>
            {mayRemove && (
              <TableCell align="right">
                <Button size="small" variant="text" aria-label={holidays.removeOf(holiday.name)} onClick={() => remove(holiday)}>
                  {settings.remove}
                </Button>
              </TableCell>
            )}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
