import { Stack, TextField, type TextFieldProps } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { Panel } from '../../components/panel.tsx';
import { focusFirst } from '../../lib/field-errors.ts';
import { formWords } from '../../words/campaign-form.ts';
import { AgentField, type AgentFieldProps } from './agent-field.tsx';
import { type CampaignDraft, type DraftErrors, draftErrors } from './campaign-draft.ts';
import { type FieldsProps, open } from './fields.ts';
import { LimitFields, RetryFields } from './retry-fields.tsx';
import { WindowFields } from './window-fields.tsx';

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

/** One part of the form, with its name. */
export const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <Panel title={title} sx={{ flexShrink: 0 }}>
    <Stack sx={{ p: 2, gap: 2 }}>{children}</Stack>
  </Panel>
);

/** Who calls, and what for. */
export function BasicFields({ ownAgent, ...fields }: FieldsProps & Pick<AgentFieldProps, 'ownAgent'>) {
  const { draft, errors, onChange, lock = open } = fields;
  return (
    <>
      <DraftText of="name" {...fields} />
      <AgentField
        value={draft.agentId}
        error={errors.agentId}
        disabled={lock('agentId').isLocked}
        ownAgent={ownAgent}
        nextAction={draft.nextAction}
        onChange={(agentId) => onChange({ agentId })}
      />
      <DraftText of="nextAction" {...fields} />
      <DraftText of="description" {...fields} />
    </>
  );
}

const TEXTS = {
  name: { required: true },
  nextAction: { required: true, multiline: true, minRows: 2, maxRows: 6, placeholder: formWords.nextActionPlaceholder },
  description: { multiline: true, minRows: 1, maxRows: 4 },
} as const satisfies Record<string, TextFieldProps>;
const HELP = { name: undefined, nextAction: formWords.nextActionHelp, description: formWords.descriptionHelp } as const;

interface DraftTextProps extends FieldsProps {
  of: keyof typeof TEXTS;
  /** The first field of a dialog has the focus. */
  isFirst?: boolean;
}

/** One of the texts of a campaign. */
export const DraftText = ({ of, draft, errors, onChange, lock = open, isFirst = false }: DraftTextProps) => (
  <TextField
    {...TEXTS[of]}
    name={of}
    label={formWords[of]}
    value={draft[of]}
    onChange={(event) => onChange({ [of]: event.target.value })}
    disabled={lock(of).isLocked}
    error={errors[of] !== undefined}
    helperText={errors[of] ?? HELP[of]}
    // oxlint-disable-next-line jsx-a11y/no-autofocus -- a dialog begins at its first field
    autoFocus={isFirst}
  />
);

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
