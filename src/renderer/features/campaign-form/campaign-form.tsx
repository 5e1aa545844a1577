import { Stack, TextField } from '@mui/material';
import { type ChangeEvent, type ReactNode, useState } from 'react';
import { Panel } from '../../components/panel.tsx';
import { focusFirst } from '../../lib/field-errors.ts';
import { formWords } from '../../words/campaign-form.ts';
import { AgentField } from './agent-field.tsx';
import { type CampaignDraft, type DraftErrors, draftErrors } from './campaign-draft.ts';
import { LimitFields, RetryFields } from './retry-fields.tsx';
import { type FieldsProps, WindowFields } from './window-fields.tsx';

/** What a campaign is beside its people, part by part. What is typed is kept outside, as it is typed. */
export function CampaignForm(props: FieldsProps) {
  return (
    <Stack sx={{ gap: 2, minWidth: 0 }}>
      <Part title={formWords.title}>
        <BasicFields {...props} />
      </Part>
      <Part title={formWords.whenTitle}>
        <WindowFields {...props} />
      </Part>
      <Part title={formWords.retryTitle}>
        <RetryFields {...props} />
      </Part>
      <Part title={formWords.limitTitle}>
        <LimitFields {...props} />
      </Part>
    </Stack>
  );
}

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <Panel title={title} sx={{ flexShrink: 0 }}>
    <Stack sx={{ p: 2, gap: 2 }}>{children}</Stack>
  </Panel>
);

/** Who calls, and what for. */
export function BasicFields({ draft, errors, onChange }: FieldsProps) {
  const text = (name: 'name' | 'nextAction' | 'description') => ({
    name,
    label: formWords[name],
    value: draft[name],
    onChange: (event: ChangeEvent<HTMLInputElement>) => onChange({ [name]: event.target.value }),
    required: name !== 'description',
    error: errors[name] !== undefined,
  });
  return (
    <>
      <TextField {...text('name')} helperText={errors.name} />
      <AgentField value={draft.agentId} error={errors.agentId} onChange={(agentId) => onChange({ agentId })} />
      <TextField
        {...text('nextAction')}
        placeholder={formWords.nextActionPlaceholder}
        helperText={errors.nextAction ?? formWords.nextActionHelp}
        multiline
        minRows={2}
        maxRows={6}
      />
      <TextField {...text('description')} helperText={errors.description ?? formWords.descriptionHelp} multiline minRows={1} maxRows={4} />
    </>
  );
}

interface DraftForm {
  /** What is wrong, once it was tried; an error goes as soon as it is mended. */
  errors: DraftErrors;
  /** Checks what can be seen here, and brings the person to the first field that is wrong. @returns whether all is right. */
  check: (form: HTMLFormElement) => boolean;
}

/** A draft on its way off: checked here before the engine is asked. */
export function useDraftForm(draft: CampaignDraft): DraftForm {
  const [tried, setTried] = useState(false);
  return {
    errors: tried ? draftErrors(draft) : {},
    check(form) {
      const found = draftErrors(draft);
      setTried(true);
      focusFirst(form, found);
      return Object.keys(found).length === 0;
    },
  };
}
