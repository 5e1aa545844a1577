import { Box } from '@mui/material';
import type { ReactNode } from 'react';

export interface Fact {
  word: string;
  value: ReactNode;
}

const WORD = { fontSize: 12, lineHeight: '16px', color: 'text.tertiary' } as const;
const VALUE = { m: 0, fontSize: 13, lineHeight: '20px', fontVariantNumeric: 'tabular-nums', overflowWrap: 'anywhere' } as const;

/** Facts side by side, each below its word: what a drawer tells first. */
export function DrawerFacts({ facts }: { facts: readonly Fact[] }) {
  return (
    <Box
      component="dl"
      sx={{
        m: 0,
        px: 2,
        py: 1.5,
        borderTop: 1,
        borderColor: 'divider',
        display: 'grid',
        gridTemplateColumns: 'repeat(3, minmax(0, 1fr))',
        columnGap: 2,
        rowGap: 1.25,
        '& dt': WORD,
        '& dd': { ...VALUE, mt: 0.25, fontWeight: 500 },
      }}
    >
      {facts.map(({ word, value }) => (
        <div key={word}>
          <dt>{word}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </Box>
  );
}

/** Facts below each other, word beside value: for what may be long. */
export function DrawerList({ facts }: { facts: readonly Fact[] }) {
  if (facts.length === 0) return null;
  return (
    <Box
      component="dl"
      sx={{
        m: 0,
        display: 'grid',
        gridTemplateColumns: '132px minmax(0, 1fr)',
        columnGap: 2,
        rowGap: 0.5,
        '& dt': { ...WORD, lineHeight: '20px', overflowWrap: 'anywhere' },
        '& dd': VALUE,
      }}
    >
      {facts.map(({ word, value }, place) => (
        // oxlint-disable-next-line react/no-array-index-key -- two custom fields may bear one word
        <Box key={`${word}-${place}`} sx={{ display: 'contents' }}>
          <dt>{word}</dt>
          <dd>{value}</dd>
        </Box>
      ))}
    </Box>
  );
}
