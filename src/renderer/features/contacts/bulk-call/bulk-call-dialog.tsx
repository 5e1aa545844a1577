import Close from '@mui/icons-material/Close';
import { Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, IconButton, Stack, Tooltip, Typography } from '@mui/material';
import { useId } from 'react';
import { Fault } from '../../../components/fault.tsx';
import { formWords } from '../../../words/campaign-form.ts';
import { common } from '../../../words/common.ts';
import { bulkCall } from '../../../words/contacts.ts';
import type { CampaignDraft } from '../../campaign-form/campaign-draft.ts';
import { ForecastWell } from '../../campaign-form/forecast-well.tsx';
import { closeBulkCall, useBulkCall } from './bulk-call.ts';
import { BulkFields } from './bulk-fields.tsx';
import { SelectedPeople } from './selected-people.tsx';
import { useBulkCreate } from './use-bulk-create.ts';

const WIDTH = 640;

/** A campaign out of selected contacts, while one is being made. */
export function BulkCallDialog({ onCreated }: { onCreated: () => void }) {
  const open = useBulkCall((state) => state.open);
  if (!open) return null;
  return <OpenDialog draft={open.draft} contactIds={open.contactIds} onCreated={onCreated} />;
}

interface OpenDialogProps {
  draft: CampaignDraft;
  contactIds: readonly number[];
  onCreated: () => void;
}

function OpenDialog({ draft, contactIds, onCreated }: OpenDialogProps) {
  const titleId = useId();
  const { form, errors, submit, saveDraft, busy, error } = useBulkCreate({ draft, contactIds, onCreated });
  const close = () => busy === null && closeBulkCall();
  return (
    <Dialog open onClose={close} maxWidth={false} aria-labelledby={titleId} slotProps={{ paper: { sx: { width: WIDTH } } }}>
      <form ref={form} noValidate onSubmit={submit} style={{ display: 'contents' }}>
        <Stack direction="row" sx={{ alignItems: 'flex-start' }}>
          <Box sx={{ flex: 1 }}>
            <DialogTitle id={titleId}>{bulkCall.title}</DialogTitle>
            <Typography variant="body2" sx={{ px: 3, color: 'text.secondary' }}>
              {bulkCall.what(contactIds.length)}
            </Typography>
          </Box>
          <Tooltip title={common.close}>
            <IconButton aria-label={common.close} onClick={close} sx={{ m: 2 }}>
              <Close />
            </IconButton>
          </Tooltip>
        </Stack>
        <DialogContent>
          <Stack sx={{ gap: 2 }}>
            <SelectedPeople contactIds={contactIds} />
            <BulkFields draft={draft} errors={errors} />
            <ForecastWell draft={draft} contactIds={contactIds} />
            <Fault error={error} />
          </Stack>
        </DialogContent>
        <DialogActions>
          <Button variant="text" onClick={saveDraft} loading={busy === 'draft'} disabled={busy !== null} sx={{ mr: 'auto' }}>
            {formWords.saveDraft}
          </Button>
          <Button onClick={close} disabled={busy !== null}>
            {common.cancel}
          </Button>
          <Button type="submit" variant="contained" color="primary" loading={busy === 'create'} disabled={busy !== null}>
            {formWords.create}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
