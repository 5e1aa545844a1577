import { Button } from '@mui/material';
import { Panel } from '../../../components/panel.tsx';
import { units } from '../../../words/settings/common.ts';
import { telephony } from '../../../words/settings/telephony.ts';
import { NumberRow } from '../form/setting-row.tsx';
import type { Form } from '../form/use-form.ts';
import { FAULTS, type LineValues, withoutFaults } from './line-values.ts';

/** How the line misbehaves: each fault in plain words, with how often it happens. */
export function FaultsPanel({ form: { text, errors, put } }: { form: Form<LineValues> }) {
  return (
    <Panel
      title={telephony.faults}
      note={telephony.faultsNote}
      actions={
        <Button size="small" variant="text" onClick={() => put(withoutFaults())}>
          {telephony.noFaults}
        </Button>
      }
    >
      {FAULTS.map((name) => {
        const [label, help] = telephony.faultWords[name];
        const field = `faults.${name}` as const;
        return (
          <NumberRow
            key={name}
            label={label}
            help={help}
            field={text(field)}
            error={errors[field]}
            unit={name === 'lateSeconds' ? units.seconds : units.percent}
          />
        );
      })}
    </Panel>
  );
}
