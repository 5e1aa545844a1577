import { Tab, Tabs } from '@mui/material';
import { useState } from 'react';
import { useUser } from '../../../app/session/session.ts';
import { SECTION_NAMES } from '../../../words/settings/common.ts';
import { compliance } from '../../../words/settings/compliance.ts';
import { Section } from '../section.tsx';
import { HolidaysPart } from './holidays-part.tsx';
import { NumbersPart } from './numbers-part.tsx';
import { RemovalsPart } from './removals-part.tsx';

type Part = keyof typeof compliance.tabs;

/** Whom nobody calls, who was taken off that list and why, and the days on which nobody is called. */
export function ComplianceSection() {
  const { role } = useUser();
  const [part, setPart] = useState<Part>('numbers');
  const parts: readonly Part[] = role === 'admin' ? ['numbers', 'removals', 'holidays'] : ['numbers', 'holidays'];
  return (
    <Section title={SECTION_NAMES.compliance} intro={compliance.intro}>
      <Tabs value={part} aria-label={compliance.parts} onChange={(_, chosen: Part) => setPart(chosen)}>
        {parts.map((name) => (
          <Tab key={name} value={name} id={`tab-${name}`} aria-controls={`part-${name}`} label={compliance.tabs[name]} />
        ))}
      </Tabs>
      <div role="tabpanel" id={`part-${part}`} aria-labelledby={`tab-${part}`}>
        {part === 'numbers' && <NumbersPart />}
        {part === 'removals' && <RemovalsPart />}
        {part === 'holidays' && <HolidaysPart />}
      </div>
    </Section>
  );
}
