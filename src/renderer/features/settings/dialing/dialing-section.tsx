import { Autocomplete, Box, TextField } from '@mui/material';
import type { DialingSettings } from '../../../../shared/contract/settings.ts';
import { api } from '../../../app/connection/client.ts';
import { useLive } from '../../../app/live/live-store.ts';
import { say } from '../../../app/toasts.tsx';
import { Fault } from '../../../components/fault.tsx';
import { Panel } from '../../../components/panel.tsx';
import { RowSkeletons } from '../../../components/row-skeletons.tsx';
import { ZoneField } from '../../../components/zone-field.tsx';
import { COUNTRIES, countryName } from '../../../lib/countries.ts';
import { useQuery } from '../../../lib/use-query.ts';
import { SECTION_NAMES, settings, units } from '../../../words/settings/common.ts';
import { dialing as words } from '../../../words/settings/dialing.ts';
import { useDraft } from '../form/drafts.ts';
import { SaveBar } from '../form/save-bar.tsx';
import { NumberRow, SettingRow } from '../form/setting-row.tsx';
import { type Form, useForm } from '../form/use-form.ts';
import { useSaved } from '../form/use-saved.ts';
import { Section } from '../section.tsx';
import { dialingChange, dialingErrors, type DialingValues, fieldOf, type NumberName, valuesOf } from './dialing-values.ts';

/** How the dialer works, for everyone. */
export function DialingSection() {
  const version = useLive(({ topics }) => topics.settings);
  const query = useQuery('dialing', (signal) => api.settings.dialing(undefined, { signal }), [version]);
  const { saved, putSaved } = useSaved(query);
  return (
    <Section title={SECTION_NAMES.dialing} intro={words.intro}>
      <Fault error={query.error} onRetry={query.again} />
      {query.isLoading && <RowSkeletons framed />}
      {saved && <DialingForm dialing={saved.dialing} onSaved={(dialing) => putSaved({ dialing })} />}
    </Section>
  );
}

function DialingForm({ dialing, onSaved }: { dialing: DialingSettings; onSaved: (dialing: DialingSettings) => void }) {
  const draft = useDraft('dialing', valuesOf(dialing));
  const form = useForm({
    draft,
    check: dialingErrors,
    save: async () => {
      const answer = await api.settings.changeDialing(dialingChange(draft.changes));
      onSaved(answer.dialing);
      draft.forget();
      say(settings.saved(words.saved));
    },
    fieldOf,
  });
  const row = (name: NumberName, unit?: string) => (
    <NumberRow
      label={words[name]}
      help={words[`${name}Help`]}
      field={form.text(name)}
      error={form.errors[name]}
      {...(unit !== undefined && { unit })}
    />
  );
  return (
    <Box component="form" noValidate onSubmit={form.submit} sx={{ display: 'flex', flexDirection: 'column', gap: 2, flex: 1 }}>
      <Panel title={words.calls}>
        {row('gapMinutes', units.minutes)}
        {row('ringSeconds', units.seconds)}
        {row('longestMinutes', units.minutes)}
        {row('passSeconds', units.seconds)}
      </Panel>
      <Place form={form} />
      <Panel title={words.campaigns}>
        {row('campaignsPerHour')}
        {row('importMegabytes', units.megabytes)}
        {row('importMaxRows', units.rows)}
      </Panel>
      <Box sx={{ flex: 1 }} />
      <SaveBar isChanged={draft.isChanged} busy={form.busy} error={form.error} onUndo={draft.forget} />
    </Box>
  );
}

function Place({ form: { values, put, errors } }: { form: Form<DialingValues> }) {
  return (
    <Panel title={words.place}>
      <SettingRow label={words.timeZone} help={words.timeZoneHelp} error={errors.timeZone}>
        {(id, describedBy) => (
          <ZoneField
            id={id}
            describedBy={describedBy}
            value={values.timeZone}
            error={errors.timeZone}
            onChange={(timeZone) => put({ timeZone })}
          />
        )}
      </SettingRow>
      <SettingRow label={words.defaultCountry} help={words.defaultCountryHelp} error={errors.defaultCountry}>
        {(id, describedBy) => (
          <Autocomplete
            id={id}
            options={COUNTRIES}
            value={values.defaultCountry}
            getOptionLabel={countryName}
            onChange={(_, defaultCountry) => put({ defaultCountry })}
            renderInput={({ slotProps, ...params }) => (
              <TextField
                {...params}
                name="defaultCountry"
                placeholder={words.noCountry}
                slotProps={{ ...slotProps, htmlInput: { ...slotProps.htmlInput, 'aria-describedby': describedBy } }}
              />
            )}
          />
        )}
      </SettingRow>
    </Panel>
  );
}
