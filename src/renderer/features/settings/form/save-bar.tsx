import { Box, Button, Stack, Tooltip, Typography } from '@mui/material';
import { Fault } from '../../../components/fault.tsx';
import { common } from '../../../words/common.ts';
import { settings } from '../../../words/settings/common.ts';
import { Spoken } from '../../../components/spoken.tsx';

interface SaveBarProps {
  isChanged: boolean;
  busy: boolean;
  error: unknown;
  onUndo: () => void;
}

/** At the foot of a form: what failed, what is not saved yet, and the button that saves the whole of it. */
export function SaveBar({ isChanged, busy, error, onUndo }: SaveBarProps) {
  return (
    <Stack
      sx={{
        position: 'sticky',
        bottom: 0,
        zIndex: 1,
        gap: 1.5,
        py: 1.5,
        bgcolor: 'background.default',
        borderTop: 1,
        borderColor: 'divider',
      }}
    >
      <Fault error={error} />
      <Stack direction="row" sx={{ alignItems: 'center', gap: 1 }}>
        <SaveButton isChanged={isChanged} busy={busy} word={common.saveChanges} />
        {isChanged && (
          <Button variant="text" disabled={busy} onClick={onUndo}>
            {settings.undo}
          </Button>
        )}
        <Box sx={{ flex: 1 }} />
        {isChanged && (
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            <Spoken words={settings.unsaved} />
          </Typography>
        )}
      </Stack>
    </Stack>
  );
}

/** Saves a form; while nothing is changed it says so. */
export function SaveButton({ isChanged, busy, word }: { isChanged: boolean; busy: boolean; word: string }) {
  return (
    <Tooltip title={isChanged ? '' : settings.unchanged} describeChild>
      <span>
        <Button type="submit" variant="contained" color="primary" loading={busy} disabled={!isChanged}>
          {word}
        </Button>
      </span>
    </Tooltip>
  );
}
