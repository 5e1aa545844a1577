import Add from '@mui/icons-material/Add';
import Close from '@mui/icons-material/Close';
import { Box, Button, FormHelperText, IconButton, Stack, TextField, Tooltip, Typography } from '@mui/material';
import { type ChangeEvent, useId } from 'react';
import { ZoneField } from '../../../components/zone-field.tsx';
import { helpOrError } from '../../../lib/field-errors.ts';
import { contactForm } from '../../../words/contacts.ts';
import type { ContactDraft, CustomField, DraftErrors } from './contact-draft.ts';

interface ContactFieldsProps {
  draft: ContactDraft;
  errors: DraftErrors;
  onChange: (part: Partial<ContactDraft>) => void;
}

type TextName = 'phoneNumber' | 'name' | 'email' | 'company';

/** What is known of a contact, to be typed. */
export function ContactFields({ draft, errors, onChange }: ContactFieldsProps) {
  const text = (name: TextName, help?: string) => {
    const { error, helperText } = helpOrError(errors[name], help);
    return {
      name,
      label: contactForm[name],
      value: draft[name],
      onChange: (event: ChangeEvent<HTMLInputElement>) => onChange({ [name]: event.target.value }),
      error,
      ...(helperText.trim() !== '' && { helperText }),
    };
  };
  return (
    <Stack sx={{ gap: 2 }}>
      <TextField {...text('phoneNumber', contactForm.phoneHelp)} required type="tel" />
      <TextField {...text('name')} />
      <TextField {...text('email')} type="email" />
      <TextField {...text('company')} />
      <ZoneField
        label={contactForm.timeZone}
        mayBeEmpty
        value={draft.timeZone}
        error={errors.timeZone}
        help={contactForm.timeZoneHelp}
        onChange={(timeZone) => onChange({ timeZone })}
      />
      <CustomFields fields={draft.customFields} errors={errors} onChange={(customFields) => onChange({ customFields })} />
    </Stack>
  );
}

interface CustomFieldsProps {
  fields: readonly CustomField[];
  errors: DraftErrors;
  onChange: (fields: readonly CustomField[]) => void;
}

function CustomFields({ fields, errors, onChange }: CustomFieldsProps) {
  const labelId = useId();
  const put = (place: number, part: Partial<CustomField>) =>
    onChange(fields.map((field, at) => (at === place ? { ...field, ...part } : field)));
  return (
    <Stack role="group" aria-labelledby={labelId} sx={{ gap: 1 }}>
      <Box>
        <Typography id={labelId} variant="subtitle2">
          {contactForm.customFields}
        </Typography>
        <Typography variant="caption" sx={{ color: 'text.tertiary' }}>
          {contactForm.customFieldsHelp}
        </Typography>
      </Box>
      {fields.map((field, place) => {
        const error = errors[`customFields.${place}`];
        return (
          // oxlint-disable-next-line react/no-array-index-key -- a field has no name of its own while it is typed
          <Box key={place}>
            <Stack direction="row" sx={{ gap: 1, alignItems: 'center' }}>
              <TextField
                name={`customFields.${place}`}
                value={field.name}
                placeholder={contactForm.fieldName}
                onChange={(event) => put(place, { name: event.target.value })}
                error={error !== undefined}
                sx={{ flex: 1 }}
                slotProps={{ htmlInput: { 'aria-label': `${contactForm.fieldName} ${place + 1}`, maxLength: 100 } }}
              />
              <TextField
                value={field.value}
                placeholder={contactForm.fieldValue}
                onChange={(event) => put(place, { value: event.target.value })}
                sx={{ flex: 1.4 }}
                slotProps={{ htmlInput: { 'aria-label': `${contactForm.fieldValue} ${place + 1}`, maxLength: 10_000 } }}
              />
              <Tooltip title={contactForm.removeField(field.name)}>
                <IconButton
                  aria-label={contactForm.removeField(field.name)}
                  onClick={() => onChange(fields.filter((_, at) => at !== place))}
                >
                  <Close />
                </IconButton>
              </Tooltip>
            </Stack>
            {error !== undefined && <FormHelperText error>{error}</FormHelperText>}
          </Box>
        );
      })}
      <Box>
        <Button size="small" startIcon={<Add />} onClick={() => onChange([...fields, { name: '', value: '' }])}>
          {contactForm.addField}
        </Button>
      </Box>
    </Stack>
  );
}
