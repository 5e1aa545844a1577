import { Box, Button, Card, TextField } from '@mui/material';
import { CalendarDate } from '../../../../shared/contract/base.ts';
import { api } from '../../../app/connection/client.ts';
import { say } from '../../../app/toasts.tsx';
import { DateField } from '../../../components/date-field.tsx';
import { Fault } from '../../../components/fault.tsx';
import { holidays } from '../../../words/settings/compliance.ts';
import { useDraft } from '../form/drafts.ts';
import { useForm } from '../form/use-form.ts';

const EMPTY = { date: '', name: '' };

/** Adds a holiday where it will stand. */
export function AddHoliday({ onAdded }: { onAdded: (date: string) => void }) {
  const draft = useDraft('holiday', EMPTY);
  const form = useForm({
    draft,
    check: ({ date, name }) => ({
      ...(!CalendarDate.safeParse(date).success && { date: holidays.needsDate }),
      ...(name.trim() === '' && { name: holidays.needsName }),
    }),
    save: async ({ date, name }) => {
      const { holiday } = await api.compliance.addHoliday({ date, name: name.trim() });
      draft.forget();
      say(holidays.added(holiday.name));
      onAdded(holiday.date);
    },
  });
  const { text, errors, values, put } = form;
  return (
    <Card component="form" noValidate aria-label={holidays.addPanel} onSubmit={form.submit} sx={{ p: 2 }}>
      <Box sx={{ display: 'grid', gridTemplateColumns: '176px minmax(0, 1fr) auto', gap: 2, alignItems: 'start' }}>
        <DateField name="date" label={holidays.date} required value={values.date} error={errors.date} onChange={(date) => put({ date })} />
        <TextField
          {...text('name')}
          label={holidays.name}
          required
          autoComplete="off"
          helperText={errors.name}
          slotProps={{ htmlInput: { maxLength: 100 } }}
        />
        <Button type="submit" variant="contained" color="primary" loading={form.busy} sx={{ mt: '26px', height: 36 }}>
          {holidays.add}
        </Button>
      </Box>
      <Fault error={form.error} />
    </Card>
  );
}
