import { Stack, TextField } from '@mui/material';
import { mono } from '../../../app/theme/tokens.ts';
import { ChooseFile } from '../../../components/choose-file.tsx';
import { SettingRow } from '../form/setting-row.tsx';
import type { Form } from '../form/use-form.ts';
import type { NetworkValues } from './network-values.ts';

interface PemRowProps {
  form: Form<NetworkValues>;
  name: 'network.certificate' | 'network.key';
  label: string;
  help: string;
  placeholder: string;
  /** What the button that takes a file is called. */
  choose: string;
  /** Whoever looks over a shoulder reads nothing of it. */
  isSecret?: boolean;
}

/** A text in PEM: pasted, or taken from a file. */
export function PemRow({ form, name, label, help, placeholder, choose, isSecret = false }: PemRowProps) {
  return (
    <SettingRow wide label={label} help={help} error={form.errors[name]}>
      {(id, describedBy) => (
        <Stack sx={{ gap: 1, alignItems: 'flex-start' }}>
          <TextField
            id={id}
            {...form.text(name)}
            multiline
            minRows={2}
            maxRows={5}
            fullWidth
            placeholder={placeholder}
            autoComplete="off"
            sx={{ '& textarea': { fontFamily: mono, fontSize: 12, ...(isSecret && { WebkitTextSecurity: 'disc' }) } }}
            slotProps={{ htmlInput: { 'aria-describedby': describedBy, spellCheck: false } }}
          />
          <ChooseFile accept=".pem,.crt,.cer,.key,.txt" onFile={(file) => void file.text().then((text) => form.put({ [name]: text }))}>
            {choose}
          </ChooseFile>
        </Stack>
      )}
    </SettingRow>
  );
}
