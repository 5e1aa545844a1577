import { Panel } from '../../../components/panel.tsx';
import { units } from '../../../words/settings/common.ts';
import { telephony } from '../../../words/settings/telephony.ts';
import { NumberRow } from '../form/setting-row.tsx';
import type { Form } from '../form/use-form.ts';
import type { LineValues } from './line-values.ts';

/** How fast the line lives and how much it takes. */
export function LinePanel({ form: { text, errors } }: { form: Form<LineValues> }) {
  const row = (name: keyof LineValues, label: string, help: string) => ({ field: text(name), error: errors[name], label, help });
  return (
    <Panel title={telephony.line} note={telephony.lineNote}>
      <NumberRow {...row('speed', telephony.speed, telephony.speedHelp)} unit={units.times} />
      <NumberRow {...row('seed', telephony.seed, telephony.seedHelp)} />
      <NumberRow
        {...row('accountLimit', telephony.accountLimit, telephony.accountLimitHelp)}
        unit={units.calls}
        placeholder={telephony.noLimit}
      />
      <NumberRow
        {...row('callsPerSecond', telephony.callsPerSecond, telephony.callsPerSecondHelp)}
        unit={units.calls}
        placeholder={telephony.noLimit}
      />
      <NumberRow {...row('timeoutSeconds', telephony.timeout, telephony.timeoutHelp)} unit={units.seconds} />
    </Panel>
  );
}
