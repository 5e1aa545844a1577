import { Box, Button, FormControl, FormControlLabel, FormLabel, Radio, RadioGroup, Typography } from '@mui/material';
import { type ReactNode, useId } from 'react';
import type { Import, ImportChoices } from '../../../../shared/contract/imports.ts';
import { KNOWN_CONTACTS, type KnownContacts } from '../../../../shared/domain/import-options.ts';
import { NO_COUNTRY_CODE, SHORTENED } from '../../../../shared/domain/phone-number.ts';
import { Panel } from '../../../components/panel.tsx';
import { SwitchField } from '../../../components/switch-field.tsx';
import { fixWords } from '../../../words/import.ts';
import { useChooseFile } from '../take-file.ts';
import { rowsRefusedFor } from './country-claim.ts';
import { CountryFix } from './country-fix.tsx';

interface FixPanelProps {
  checked: Import;
  busy: boolean;
  onRead: (choices: ImportChoices) => void;
}

/** What can be done about the refused rows, by their reasons, and how the others are taken. */
export function FixPanel({ checked, busy, onRead }: FixPanelProps) {
  const { invalid, refuseUnassigned, knownContacts } = checked;
  const choose = useChooseFile();
  const shortened = rowsRefusedFor(checked, SHORTENED);
  const others = invalid - shortened - rowsRefusedFor(checked, NO_COUNTRY_CODE);
  const replace = (
    <Button size="small" onClick={choose} sx={{ mt: 1.25 }}>
      {fixWords.replace}
    </Button>
  );
  return (
    <Panel
      title={invalid > 0 ? fixWords.title : fixWords.settled}
      {...(invalid > 0 && { note: fixWords.note(invalid) })}
      sx={{ display: 'flex', flexDirection: 'column', minHeight: 0 }}
    >
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard */}
      <Box
        role="group"
        aria-label={fixWords.title}
        tabIndex={0}
        sx={{ flex: 1, minHeight: 0, overflow: 'auto', '&:focus-visible': { outlineOffset: '-2px' } }}
      >
        <Part>
          <CountryFix checked={checked} busy={busy} onApply={(defaultCountry) => onRead({ defaultCountry })} />
        </Part>
        {shortened > 0 && (
          <Part title={fixWords.shortened(shortened)} help={fixWords.shortenedHelp}>
            {others === 0 && replace}
          </Part>
        )}
        {others > 0 && (
          <Part title={fixWords.byHand(others)} help={fixWords.byHandHelp}>
            {replace}
          </Part>
        )}
        <Part>
          <KnownField value={knownContacts} busy={busy} onChange={(chosen) => onRead({ knownContacts: chosen })} />
        </Part>
        <Part>
          <SwitchField
            checked={refuseUnassigned}
            label={fixWords.unassigned}
            help={fixWords.unassignedHelp}
            disabled={busy}
            onChange={(on) => onRead({ refuseUnassigned: on })}
          />
        </Part>
      </Box>
    </Panel>
  );
}

function Part({ title, help, children }: { title?: string; help?: string; children?: ReactNode }) {
  return (
    <Box sx={{ px: 2, py: 1.5, '&:not(:last-child)': { borderBottom: 1, borderColor: 'divider' } }}>
      {title && (
        <Typography variant="subtitle2" component="h3">
          {title}
        </Typography>
      )}
      {help && (
        <Typography variant="body2" sx={{ mt: 0.5, color: 'text.secondary' }}>
          {help}
        </Typography>
      )}
      {children}
    </Box>
  );
}

function KnownField({ value, busy, onChange }: { value: KnownContacts; busy: boolean; onChange: (chosen: KnownContacts) => void }) {
  const labelId = useId();
  return (
    <FormControl disabled={busy}>
      <FormLabel id={labelId}>{fixWords.known}</FormLabel>
      <RadioGroup aria-labelledby={labelId} value={value} onChange={(_, chosen) => onChange(chosen as KnownContacts)}>
        {KNOWN_CONTACTS.map((choice) => (
          <FormControlLabel
            key={choice}
            value={choice}
            control={<Radio />}
            label={fixWords.knowns[choice]}
            sx={{ '& .MuiFormControlLabel-label': { fontSize: 13, lineHeight: '18px' } }}
          />
        ))}
      </RadioGroup>
    </FormControl>
  );
}
