import Close from '@mui/icons-material/Close';
import { Box, Button, IconButton, Stack, TextField, Tooltip } from '@mui/material';
import { useId } from 'react';
import { Fault } from '../../../components/fault.tsx';
import { FieldNote } from '../../../components/field-note.tsx';
import { concurrency } from '../../../words/settings/concurrency.ts';
import { useDraft } from '../form/drafts.ts';
import { numberProblem, readNumber } from '../form/number-text.ts';
import { useForm } from '../form/use-form.ts';

const MOST = 10_000;

interface LimitFieldProps {
  /** Whose: an id, or the system. */
  of: string;
  label: string;
  limit: number;
  onSave: (limit: number) => Promise<void>;
}

/** A limit that is changed where it stands: Enter saves it, Escape keeps it as it was. */
export function LimitField({ of, label, limit, onSave }: LimitFieldProps) {
  const problemId = useId();
  const draft = useDraft(`limit/${of}`, { limit: String(limit) });
  const form = useForm({
    draft,
    check: ({ limit: typed }) => {
      const problem = numberProblem(typed, { least: 0, most: MOST });
      return problem === undefined ? {} : { limit: problem };
    },
    save: async ({ limit: typed }) => {
      await onSave(readNumber(typed) ?? limit);
      draft.forget();
    },
    // The one field of this form, whichever place the engine names.
    fieldOf: () => 'limit',
  });
  return (
    <Box component="form" noValidate onSubmit={form.submit} onKeyDown={({ key }) => key === 'Escape' && draft.forget()} sx={{ py: 0.5 }}>
      <Stack direction="row" sx={{ alignItems: 'center', gap: 0.5 }}>
        <TextField
          {...form.text('limit')}
          size="small"
          autoComplete="off"
          sx={{ width: 72 }}
          slotProps={{
            htmlInput: {
              'aria-label': label,
              'aria-describedby': problemId,
              inputMode: 'numeric',
              sx: { textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
            },
          }}
        />
        {draft.isChanged && (
          <>
            <Button type="submit" size="small" loading={form.busy} aria-label={`${concurrency.saveLimit}: ${label}`}>
              {concurrency.saveLimit}
            </Button>
            <Tooltip title={concurrency.undoLimit}>
              <IconButton size="small" aria-label={`${concurrency.undoLimit}: ${label}`} onClick={draft.forget}>
                <Close />
              </IconButton>
            </Tooltip>
          </>
        )}
      </Stack>
      <FieldNote id={problemId} problem={form.errors.limit} />
      <Fault error={form.error} />
    </Box>
  );
}
