import { Stack } from '@mui/material';
import { useState } from 'react';
import { ChoiceList } from '../../components/choice-list.tsx';
import { firstRun } from '../../words/account.ts';
import { providers } from '../../words/settings/providers.ts';
import { PracticeLinePart } from './practice-line-part.tsx';
import { VendorPart } from './vendor-part.tsx';

const OFFERED = ['practice', 'bolna', 'signalwire'] as const;
type Offered = (typeof OFFERED)[number];

const CHOICES = OFFERED.map((value) => ({
  value,
  word: providers.names[value],
  what: firstRun.lines[value],
  needs: firstRun.lineNeeds[value],
}));

/** What calls are made with: the practice line, which needs nothing, unless there is an account already. Everything else can wait. */
export function TelephonyStep({ onStart }: { onStart: () => void }) {
  const [line, setLine] = useState<Offered>('practice');
  return (
    <Stack sx={{ gap: 3 }}>
      <ChoiceList name="line" label={firstRun.lineChoice} value={line} choices={CHOICES} asCards onChange={setLine} />
      {line === 'practice' ? <PracticeLinePart onStart={onStart} /> : <VendorPart key={line} vendor={line} onStart={onStart} />}
    </Stack>
  );
}
