import { Box } from '@mui/material';
import type { PracticeLine, Telephony } from '../../../../shared/contract/telephony-settings.ts';
import { api } from '../../../app/connection/client.ts';
import { say } from '../../../app/toasts.tsx';
import { settings } from '../../../words/settings/common.ts';
import { telephony } from '../../../words/settings/telephony.ts';
import { useDraft } from '../form/drafts.ts';
import { SaveBar } from '../form/save-bar.tsx';
import { useForm } from '../form/use-form.ts';
import { FaultsPanel } from './faults-panel.tsx';
import { LinePanel } from './line-panel.tsx';
import { lineChange, lineErrors, valuesOf } from './line-values.ts';
import { NumbersPanel } from './numbers-panel.tsx';
import { OutcomesPanel } from './outcomes-panel.tsx';

/** The practice line: its pace, its people and its faults. */
export function PracticeForm({ line, onSaved }: { line: PracticeLine; onSaved: (telephony: Telephony) => void }) {
  const draft = useDraft(PRACTICE_DRAFT, valuesOf(line));
  const form = useForm({
    draft,
    check: lineErrors,
    save: async (values) => {
      const answer = await api.settings.changeTelephony({ practice: lineChange(values) });
      onSaved(answer.telephony);
      draft.forget();
      say(settings.saved(telephony.lineSaved));
    },
    fieldOf: (path) => path.replace(/^practice\./, ''),
  });
  return (
    <Box component="form" noValidate onSubmit={form.submit} sx={{ display: 'flex', flexDirection: 'column', gap: 2, flex: 1 }}>
      <LinePanel form={form} />
      <OutcomesPanel form={form} />
      <FaultsPanel form={form} />
      <NumbersPanel />
      <Box sx={{ flex: 1 }} />
      <SaveBar isChanged={draft.isChanged} busy={form.busy} error={form.error} onUndo={draft.forget} />
    </Box>
  );
}

export const PRACTICE_DRAFT = 'practice-line';
