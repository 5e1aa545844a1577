import { Box, Button, Stack, TextField, Typography } from '@mui/material';
import { useEffect, useRef, useState } from 'react';
import { keyWords as words } from '../../../words/settings/common.ts';
import type { KeyEdit } from './key-edit.ts';
import type { Form } from './use-form.ts';
import { SettingRow } from './setting-row.tsx';

interface KeyRowProps<T extends object> {
  form: Form<T>;
  name: keyof T & string;
  label: string;
  help: string;
  /** Whether one is kept: it is never shown. */
  isSet: boolean;
}

type Way = 'kept' | 'typed' | 'removed';

/** A key that can be written, replaced and taken away, and never read. */
export function KeyRow<T extends object>({ form, name, label, help, isSet }: KeyRowProps<T>) {
  const value = form.values[name] as KeyEdit;
  const [isReplacing, setReplacing] = useState(false);
  const way: Way = value === null ? 'removed' : !isSet || value !== '' || isReplacing ? 'typed' : 'kept';
  const first = useRef<HTMLElement>(null);
  const moved = useRef(false);
  // A button that was pressed gives way to what it leads to: the focus goes along.
  useEffect(() => {
    if (!moved.current) return;
    moved.current = false;
    first.current?.focus();
  }, [way]);
  const field = form.text(name);
  const turn = (edit: KeyEdit, replaces: boolean) => {
    moved.current = true;
    setReplacing(replaces);
    form.put({ [name]: edit } as unknown as Partial<T>);
  };
  return (
    <SettingRow wide label={label} help={help} error={form.errors[name]}>
      {(id, describedBy) =>
        way === 'typed' ? (
          <Stack direction="row" sx={{ gap: 1, alignItems: 'center' }}>
            <TextField
              id={id}
              {...field}
              value={value ?? ''}
              onChange={(event) => {
                // What was emptied is still being replaced; what was typed and saved no longer is.
                setReplacing(event.target.value === '');
                field.onChange(event);
              }}
              type="password"
              autoComplete="off"
              inputRef={first}
              placeholder={isSet ? words.newKey : words.paste}
              slotProps={{ htmlInput: { 'aria-describedby': describedBy, spellCheck: false, autoComplete: 'new-password' } }}
            />
            {isSet && (
              <Button size="small" variant="text" onClick={() => turn('', false)} sx={{ flexShrink: 0 }}>
                {words.keepOld}
              </Button>
            )}
          </Stack>
        ) : (
          <Box id={id} role="group" aria-label={label} sx={{ display: 'flex', alignItems: 'center', gap: 1, minHeight: 36 }}>
            <Typography variant="body2" sx={{ flex: 1, color: way === 'removed' ? 'warning.main' : 'text.secondary' }}>
              {way === 'removed' ? words.goes : words.isSet}
            </Typography>
            <Button
              size="small"
              ref={first as React.Ref<HTMLButtonElement>}
              aria-label={way === 'removed' ? words.keepOf(label) : words.replaceOf(label)}
              onClick={() => turn('', way === 'kept')}
            >
              {way === 'removed' ? words.keepIt : words.replace}
            </Button>
            {way === 'kept' && (
              <Button size="small" variant="text" aria-label={words.removeOf(label)} onClick={() => turn(null, false)}>
                {words.remove}
              </Button>
            )}
          </Box>
        )
      }
    </SettingRow>
  );
}
