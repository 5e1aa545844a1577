import { Box } from '@mui/material';
import type { PracticeLine } from '../../../../shared/contract/telephony-settings.ts';
import { api } from '../../../app/connection/client.ts';
import { useLive } from '../../../app/live/live-store.ts';
import { say } from '../../../app/toasts.tsx';
import { Fault } from '../../../components/fault.tsx';
import { RowSkeletons } from '../../../components/row-skeletons.tsx';
import { useQuery } from '../../../lib/use-query.ts';
import { SECTION_NAMES, settings } from '../../../words/settings/common.ts';
import { telephony } from '../../../words/settings/telephony.ts';
import { useDraft } from '../form/drafts.ts';
import { SaveBar } from '../form/save-bar.tsx';
import { useForm } from '../form/use-form.ts';
import { useSaved } from '../form/use-saved.ts';
import { Section } from '../section.tsx';
import { FaultsPanel } from './faults-panel.tsx';
import { LinePanel } from './line-panel.tsx';
import { lineChange, lineErrors, valuesOf } from './line-values.ts';
import { NumbersPanel } from './numbers-panel.tsx';
import { OutcomesPanel } from './outcomes-panel.tsx';

/** The practice line: its pace, its people and its faults. */
export function TelephonySection() {
  const version = useLive(({ topics }) => topics.settings);
  const query = useQuery('telephony', (signal) => api.settings.telephony(undefined, { signal }), [version]);
  const { saved, putSaved } = useSaved(query);
  return (
    <Section title={SECTION_NAMES.telephony} intro={telephony.intro}>
      <Fault error={query.error} onRetry={query.again} />
      {query.isLoading && <RowSkeletons />}
      {saved && (
        <LineForm line={saved.telephony.practice} onSaved={(practice) => putSaved({ telephony: { ...saved.telephony, practice } })} />
      )}
    </Section>
  );
}

function LineForm({ line, onSaved }: { line: PracticeLine; onSaved: (line: PracticeLine) => void }) {
  const draft = useDraft('practice-line', valuesOf(line));
  const form = useForm({
    draft,
    check: lineErrors,
    save: async (values) => {
      const answer = await api.settings.changeTelephony({ practice: lineChange(values) });
      onSaved(answer.telephony.practice);
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
