import { Button, DialogActions, DialogContent, Typography } from '@mui/material';
import { useState } from 'react';
import type { Campaign } from '../../../../shared/contract/campaigns.ts';
import { api } from '../../../app/connection/client.ts';
import { putCampaign } from '../../../app/live/live-store.ts';
import { say } from '../../../app/toasts.tsx';
import { Fault } from '../../../components/fault.tsx';
import { NothingHere } from '../../../components/nothing-here.tsx';
import { useTask } from '../../../lib/use-task.ts';
import { peopleWords } from '../../../words/campaign.ts';
import { common } from '../../../words/common.ts';
import { withIds } from '../../contacts/list/selection.ts';
import { ContactPicker } from '../../contacts/pick/contact-picker.tsx';

const NOBODY: ReadonlySet<number> = new Set();

/** Contacts found by search; whoever was picked stays picked while one searches on. */
export function PickContacts({ campaign: { id }, onClose }: { campaign: Campaign; onClose: () => void }) {
  const [picked, setPicked] = useState(NOBODY);
  const task = useTask(async () => {
    const { campaign, added, known, missing } = await api.campaigns.addContacts({ id, contactIds: [...picked] });
    putCampaign(campaign);
    say(peopleWords.added(added, known, missing));
    onClose();
  });
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (picked.size > 0) void task.run();
      }}
      style={{ display: 'contents' }}
    >
      <DialogContent sx={{ display: 'flex', flexDirection: 'column', gap: 1.5, height: 520 }}>
        <ContactPicker
          picked={picked}
          onPick={(ids, on) => setPicked((now) => withIds(now, ids, on))}
          onClear={() => setPicked(NOBODY)}
          empty={<NothingHere>{peopleWords.noContacts}</NothingHere>}
        />
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {peopleWords.known}
        </Typography>
        <Fault error={task.error} />
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose} disabled={task.busy}>
          {common.cancel}
        </Button>
        <Button type="submit" variant="contained" color="primary" loading={task.busy} disabled={picked.size === 0}>
          {peopleWords.add(picked.size)}
        </Button>
      </DialogActions>
    </form>
  );
}
