import { Checkbox, FormControlLabel, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import type { Campaign } from '../../../../shared/contract/campaigns.ts';
import { navigate } from '../../../app/address.ts';
import { api } from '../../../app/connection/client.ts';
import { putCampaign } from '../../../app/live/live-store.ts';
import { say } from '../../../app/toasts.tsx';
import { AskDialog } from '../../../components/ask-dialog.tsx';
import { useTask } from '../../../lib/use-task.ts';
import { formWords } from '../../../words/campaign-form.ts';
import { duplicateWords } from '../../../words/campaign.ts';
import { common } from '../../../words/common.ts';
import { addressOf } from '../campaign-view.ts';

/** A new draft with the same settings, with or without the people. */
export function DuplicateDialog({ campaign: { id, name, totalContacts }, onClose }: { campaign: Campaign; onClose: () => void }) {
  const [copyName, setCopyName] = useState(duplicateWords.copyOf(name));
  const [withPeople, setWithPeople] = useState(totalContacts > 0);
  const isNameless = copyName.trim() === '';
  const task = useTask(async () => {
    if (isNameless) return;
    const { campaign, people } = await api.campaigns.duplicate({ id, name: copyName.trim(), withPeople });
    putCampaign(campaign);
    const open = { word: duplicateWords.open, run: () => navigate(addressOf(campaign.id, 'overview')) };
    say(duplicateWords.done(campaign.name, people.added), open);
    onClose();
  });
  return (
    <AskDialog title={duplicateWords.title(name)} keep={common.cancel} confirm={duplicateWords.confirm} task={task} onClose={onClose}>
      <Typography>{duplicateWords.what}</Typography>
      <TextField
        label={duplicateWords.name}
        required
        value={copyName}
        onChange={(event) => setCopyName(event.target.value)}
        error={isNameless}
        helperText={isNameless ? formWords.needsName : undefined}
        slotProps={{ htmlInput: { maxLength: 255 } }}
      />
      {totalContacts > 0 && (
        <FormControlLabel
          control={<Checkbox checked={withPeople} onChange={(_, checked) => setWithPeople(checked)} />}
          label={duplicateWords.withPeople(totalContacts)}
        />
      )}
    </AskDialog>
  );
}
