import { Button, DialogActions, DialogContent } from '@mui/material';
import { useEffect } from 'react';
import type { Campaign } from '../../../../shared/contract/campaigns.ts';
import { say } from '../../../app/toasts.tsx';
import { Fault } from '../../../components/fault.tsx';
import { peopleWords } from '../../../words/campaign.ts';
import { common } from '../../../words/common.ts';
import { checkOf, usableOf } from '../../import/follow/import-told.ts';
import { TakenFile } from '../../import/follow/taken-file.tsx';
import { useFileImport } from '../../import/follow/use-file-import.ts';

/** A CSV file of people: chosen, looked at, added. */
export function PeopleFile({ campaign, onClose }: { campaign: Campaign; onClose: () => void }) {
  const from = useFileImport({ target: 'people', campaignId: campaign.id });
  const { taken, busy } = from;
  const checked = checkOf(from);
  const people = checked ? usableOf(checked) : 0;
  const isReady = taken?.state === 'checked' && people > 0;
  useEffect(() => {
    if (taken?.state !== 'finished') return;
    say(peopleWords.added(taken.added, taken.imported + taken.known - taken.added, 0));
    onClose();
  }, [taken, onClose]);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) from.begin();
      }}
      style={{ display: 'contents' }}
    >
      <DialogContent sx={{ display: 'flex', flexDirection: 'column', gap: 2, minHeight: 280 }}>
        <TakenFile from={from} what={peopleWords.fileWhat} nobody={peopleWords.nobody} written={peopleWords.writing} />
        <Fault error={from.error} />
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose} disabled={busy === 'begin'}>
          {common.cancel}
        </Button>
        {checked && (
          <Button type="submit" variant="contained" color="primary" loading={busy === 'begin'} disabled={!isReady || busy !== null}>
            {peopleWords.add(people)}
          </Button>
        )}
      </DialogActions>
    </form>
  );
}
