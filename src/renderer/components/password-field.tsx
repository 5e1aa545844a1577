import VisibilityOffOutlined from '@mui/icons-material/VisibilityOffOutlined';
import VisibilityOutlined from '@mui/icons-material/VisibilityOutlined';
import { IconButton, InputAdornment, TextField, type TextFieldProps, Tooltip } from '@mui/material';
import { useState } from 'react';
import { fields } from '../words/account.ts';

/** A password that can be looked at while it is typed. */
export function PasswordField({ autoComplete, ...props }: TextFieldProps & { autoComplete: 'new-password' | 'current-password' }) {
  const [shown, setShown] = useState(false);
  const word = shown ? fields.hidePassword : fields.showPassword;
  const eye = (
    <InputAdornment position="end">
      <Tooltip title={word}>
        <IconButton size="small" edge="end" aria-label={word} aria-pressed={shown} onClick={() => setShown(!shown)}>
          {shown ? <VisibilityOffOutlined /> : <VisibilityOutlined />}
        </IconButton>
      </Tooltip>
    </InputAdornment>
  );
  return (
    <TextField {...props} type={shown ? 'text' : 'password'} autoComplete={autoComplete} slotProps={{ input: { endAdornment: eye } }} />
  );
}
