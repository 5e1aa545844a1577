import { Box, Card, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import type { Concurrency } from '../../../../shared/contract/settings.ts';
import { useLive } from '../../../app/live/live-store.ts';
import { useUser } from '../../../app/session/session.ts';
import { Pips } from '../../../components/pips.tsx';
import { RowSkeletons } from '../../../components/row-skeletons.tsx';
import { number } from '../../../lib/format.ts';
import { concurrency } from '../../../words/settings/concurrency.ts';
import { SECTION_NAMES } from '../../../words/settings/common.ts';
import { Section } from '../section.tsx';
import { limitNote } from './limit-note.ts';
import { LimitsPanel } from './limits-panel.tsx';

/** How many calls may be up at once: mine and the system's, as it is now; for admins everyone's, to be changed. */
export function ConcurrencySection() {
  const slots = useLive((state) => state.slots);
  const { role } = useUser();
  return (
    <Section title={SECTION_NAMES.concurrency} intro={concurrency.intro}>
      {slots ? <Mine slots={slots} /> : <RowSkeletons framed rows={2} />}
      {slots && role === 'admin' && <LimitsPanel slots={slots} />}
    </Section>
  );
}

function Mine({ slots }: { slots: Concurrency }) {
  const { userLimit, userActive, userAvailable, systemLimit, systemActive, systemAvailable } = slots;
  const { role } = useUser();
  const mine = limitNote({ limit: userLimit, up: userActive });
  const systems = limitNote({ limit: systemLimit, up: systemActive });
  return (
    <Card
      component="section"
      aria-label={concurrency.mine}
      sx={{
        display: 'grid',
        gridTemplateColumns: '1.4fr 1fr 1fr 1.4fr',
        '& > *': { p: 2 },
        '& > * + *': { borderLeft: 1, borderColor: 'divider' },
      }}
    >
      <Figure
        label={concurrency.mine}
        value={concurrency.upOf(userActive, userLimit)}
        note={mine ?? <Pips up={userActive} of={userLimit} />}
      />
      <Figure label={concurrency.free} value={number(userAvailable)} />
      <Figure label={concurrency.limit} value={number(userLimit)} note={role === 'admin' ? undefined : concurrency.limitByAdmin} />
      <Figure
        label={concurrency.system}
        value={concurrency.upOf(systemActive, systemLimit)}
        note={systems ?? concurrency.systemNote(systemAvailable)}
      />
    </Card>
  );
}

function Figure({ label, value, note }: { label: string; value: string; note?: ReactNode }) {
  return (
    <Box sx={{ minWidth: 0 }}>
      <Typography variant="caption" component="div" sx={{ color: 'text.tertiary' }}>
        {label}
      </Typography>
      <Typography variant="figure" sx={{ mt: 0.5 }}>
        {value}
      </Typography>
      {note !== undefined && (
        <Typography variant="caption" component="div" sx={{ mt: 0.75, color: 'text.secondary' }}>
          {note}
        </Typography>
      )}
    </Box>
  );
}
