import { Button, Stack } from '@mui/material';
import { Fault } from '../../../components/fault.tsx';
import { common } from '../../../words/common.ts';
import { settings } from '../../../words/settings/common.ts';
import { SaveButton } from './save-bar.tsx';

interface PanelFootProps {
  draft: { isChanged: boolean; forget: () => void };
  form: { busy: boolean; error: unknown };
}

/** At the foot of a form that is one panel among others: what failed, the button that saves it, and the way back. */
export function PanelFoot({ draft, form }: PanelFootProps) {
  return (
    <Stack sx={{ gap: 1.5, p: 2, borderTop: 1, borderColor: 'divider' }}>
      <Fault error={form.error} />
      <Stack direction="row" sx={{ gap: 1 }}>
        <SaveButton isChanged={draft.isChanged} busy={form.busy} word={common.saveChanges} />
        {draft.isChanged && (
          <Button variant="text" disabled={form.busy} onClick={draft.forget}>
            {settings.undo}
          </Button>
        )}
      </Stack>
    </Stack>
  );
}
