import { Alert, Box, Typography } from '@mui/material';
import type { Import, ImportChoices } from '../../../../shared/contract/imports.ts';
import { number } from '../../../lib/format.ts';
import type { Task } from '../../../lib/use-task.ts';
import { peopleWords } from '../../../words/campaign.ts';
import { CountryFix } from '../../import/check/country-fix.tsx';
import { mapped } from '../../import/columns/column-mapping.ts';
import { ColumnsTable } from '../../import/columns/columns-table.tsx';

const COUNTS = ['imported', 'known', 'duplicates', 'invalid'] as const;

interface CheckedPeopleProps {
  name: string;
  taken: Import;
  change: Task<[ImportChoices]>;
}

/** What is in the file, and the two choices that mend most of what was refused: the columns and the country. */
export function CheckedPeople({ name, taken, change }: CheckedPeopleProps) {
  return (
    <>
      <Typography variant="subtitle1" sx={{ overflowWrap: 'anywhere' }}>
        {name}
      </Typography>
      <Box
        component="dl"
        sx={{
          m: 0,
          display: 'grid',
          gridTemplateColumns: 'repeat(4, 1fr)',
          border: 1,
          borderColor: 'divider',
          borderRadius: '6px',
          '& > div': { p: 1.5 },
        }}
      >
        {COUNTS.map((count) => (
          <div key={count}>
            <Typography component="dt" variant="caption" sx={{ color: 'text.secondary' }}>
              {peopleWords.counts[count]}
            </Typography>
            <Typography component="dd" variant="figure" sx={{ m: 0, mt: 0.25 }}>
              {number(taken[count])}
            </Typography>
          </div>
        ))}
      </Box>
      {taken.imported + taken.known === 0 && <Alert severity="info">{peopleWords.nobody}</Alert>}
      {taken.invalid > 0 && (
        <CountryFix checked={taken} busy={change.busy} onApply={(defaultCountry) => void change.run({ defaultCountry })} />
      )}
      <ColumnsTable
        columns={taken.columns}
        remembered={taken.remembered}
        busy={change.busy}
        onMap={(column, field) => void change.run({ mapping: mapped(taken.columns, column, field) })}
      />
    </>
  );
}
