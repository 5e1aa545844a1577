import { Box, Table, TableBody, TableCell, TableFooter, TableHead, TableRow, TextField, Typography } from '@mui/material';
import { useId } from 'react';
import { c } from '../../../app/theme/tokens.ts';
import { PRACTICE_OUTCOMES, type PracticeOutcome } from '../../../../shared/domain/practice-settings.ts';
import { Panel } from '../../../components/panel.tsx';
import { FieldNote } from '../../../components/field-note.tsx';
import { number } from '../../../lib/format.ts';
import { telephony } from '../../../words/settings/telephony.ts';
import type { Form } from '../form/use-form.ts';
import { type LineValues, partsOf } from './line-values.ts';
import { sharesOf } from './shares.ts';

const COLOURS: Readonly<Record<PracticeOutcome, string>> = {
  completed: c.chart.completed,
  'no-answer': c.chart.noAnswer,
  busy: c.chart.busy,
  voicemail: c.chart.voicemail,
  failed: c.chart.failed,
  rejected: c.chart.cancelled,
};

/** What the people of ordinary numbers do: parts of a whole, and what share of it each is. */
export function OutcomesPanel({ form }: { form: Form<LineValues> }) {
  const parts = partsOf(form.values);
  const shares = sharesOf(parts);
  const sum = parts.reduce((all, part) => all + part, 0);
  return (
    <Panel title={telephony.outcomes} note={telephony.outcomesNote}>
      <Mix shares={shares} />
      <Table aria-label={telephony.outcomesTable}>
        <TableHead>
          <TableRow>
            <TableCell>{telephony.outcome}</TableCell>
            <TableCell align="right" sx={{ width: 88 }}>
              {telephony.share}
            </TableCell>
            <TableCell align="right" sx={{ width: 148 }}>
              {telephony.parts}
            </TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {PRACTICE_OUTCOMES.map((name, place) => (
            <OutcomeRow key={name} name={name} share={shares[place] ?? 0} form={form} />
          ))}
        </TableBody>
        <TableFooter>
          <TableRow
            sx={{ '& td': { height: 40, borderTop: 1, borderBottom: 0, borderColor: 'divider', color: 'text.primary', fontWeight: 500 } }}
          >
            <TableCell sx={{ fontSize: 13 }}>{telephony.sum}</TableCell>
            <TableCell align="right" sx={{ fontSize: 13 }}>
              {shares.reduce((all, share) => all + share, 0)} %
            </TableCell>
            <TableCell align="right" sx={{ fontSize: 13 }}>
              {number(sum)}
            </TableCell>
          </TableRow>
        </TableFooter>
      </Table>
    </Panel>
  );
}

/** The shares side by side; the table below says the same in words and numbers. */
function Mix({ shares }: { shares: readonly number[] }) {
  return (
    <Box
      aria-hidden
      sx={{
        display: 'flex',
        gap: '2px',
        height: 8,
        mx: 2,
        mt: 2,
        mb: 1,
        borderRadius: '2px',
        overflow: 'hidden',
        bgcolor: 'chart.planned',
      }}
    >
      {PRACTICE_OUTCOMES.map((name, place) => (
        <Box key={name} sx={{ width: `${shares[place] ?? 0}%`, bgcolor: COLOURS[name] }} />
      ))}
    </Box>
  );
}

function OutcomeRow({ name, share, form: { text, errors } }: { name: PracticeOutcome; share: number; form: Form<LineValues> }) {
  const problemId = useId();
  const [word, what] = telephony.outcomeWords[name];
  const field = `outcomes.${name}` as const;
  const problem = errors[field];
  return (
    <TableRow sx={{ '& td': { height: 52 } }}>
      <TableCell>
        <Box sx={{ display: 'flex', gap: 1.25, alignItems: 'baseline' }}>
          <Box aria-hidden sx={{ width: 10, height: 10, borderRadius: '2px', bgcolor: COLOURS[name], flexShrink: 0 }} />
          <div>
            <Typography variant="subtitle2">{word}</Typography>
            <FieldNote id={problemId} problem={problem}>
              {what}
            </FieldNote>
          </div>
        </Box>
      </TableCell>
      <TableCell align="right">{share} %</TableCell>
      <TableCell align="right">
        <TextField
          {...text(field)}
          size="small"
          autoComplete="off"
          sx={{ width: 96 }}
          slotProps={{
            htmlInput: {
              'aria-label': telephony.partsOf(word),
              'aria-describedby': problemId,
              inputMode: 'decimal',
              sx: { textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
            },
          }}
        />
      </TableCell>
    </TableRow>
  );
}
