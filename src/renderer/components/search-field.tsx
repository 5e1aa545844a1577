import SearchOutlined from '@mui/icons-material/SearchOutlined';
import { InputAdornment, TextField } from '@mui/material';
import { useEffect, useState } from 'react';

interface SearchFieldProps {
  label: string;
  value: string;
  /** Told a moment after the last key, and at once when it is emptied. */
  onChange: (text: string) => void;
  width?: number;
  /** How long after the last key, ms. */
  settleMs?: number;
}

const SETTLE_MS = 120;

/** For a search in memory beside the engine's thread (decision 0009), which may be asked with every key. */
export const AT_ONCE_MS = 30;

/** A field that searches as one types. */
export function SearchField({ label, value, onChange, width = 320, settleMs = SETTLE_MS }: SearchFieldProps) {
  const [text, setText] = useState(value);
  const [told, setTold] = useState(value);
  const [seen, setSeen] = useState(value);
  // Changed from elsewhere ("Show everyone"): what was typed before must not undo it.
  if (value !== seen) {
    setSeen(value);
    if (value !== told) {
      setTold(value);
      setText(value);
    }
  }
  useEffect(() => {
    if (text === value) return;
    const tell = () => {
      setTold(text);
      onChange(text);
    };
    const timer = setTimeout(tell, text === '' ? 0 : settleMs);
    return () => clearTimeout(timer);
  }, [text, value, onChange, settleMs]);
  return (
    <TextField
      type="search"
      size="small"
      value={text}
      placeholder={label}
      onChange={(event) => setText(event.target.value)}
      sx={{ width }}
      slotProps={{
        htmlInput: { 'aria-label': label },
        input: {
          startAdornment: (
            <InputAdornment position="start">
              <SearchOutlined sx={{ fontSize: 16 }} />
            </InputAdornment>
          ),
        },
      }}
    />
  );
}
