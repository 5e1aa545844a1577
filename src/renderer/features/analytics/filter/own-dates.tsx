import { Box, Stack } from '@mui/material';
import { useState } from 'react';
import { isCalendarDate } from '../../../../shared/domain/calendar.ts';
import { filterWords as words } from '../../../words/analytics.ts';
import { DateField } from '../../../components/date-field.tsx';
import type { Span } from '../analytics-view.ts';
import { spanFault } from '../question.ts';

/** The first and the last day of a period of one's own; told once both make sense. */
export function OwnDates({ value, onChange }: { value: Span; onChange: (span: Span) => void }) {
  const [typed, setTyped] = useState(value);
  const fault = spanFault(typed, isCalendarDate);
  const type = (part: Partial<Span>) => {
    const next = { ...typed, ...part };
    setTyped(next);
    if (spanFault(next, isCalendarDate) === null) onChange(next);
  };
  const error = fault === null ? undefined : words.spanFaults[fault];
  return (
    <Stack direction="row" sx={{ gap: 1.5 }}>
      <Box sx={{ width: 208 }}>
        <DateField
          name="from"
          label={words.from}
          value={typed.from}
          help={words.spanHelp}
          error={undefined}
          onChange={(from) => type({ from })}
        />
      </Box>
      <Box sx={{ width: 208 }}>
        <DateField name="to" label={words.to} value={typed.to} help=" " error={error} onChange={(to) => type({ to })} />
      </Box>
    </Stack>
  );
}
