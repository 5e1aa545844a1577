import { Box, Dialog, DialogTitle, ToggleButton, ToggleButtonGroup } from '@mui/material';
import { useId, useState } from 'react';
import type { Campaign } from '../../../../shared/contract/campaigns.ts';
import { peopleWords } from '../../../words/campaign.ts';
import { FILE_DIALOG } from '../../import/follow/taken-file.tsx';
import { PeopleFile } from './people-file.tsx';
import { PickContacts } from './pick-contacts.tsx';

const WAYS = ['contacts', 'file'] as const;
type Way = (typeof WAYS)[number];

/** People for a campaign that is there: chosen among the contacts, or out of a file. */
export function AddPeopleDialog({ campaign, onClose }: { campaign: Campaign; onClose: () => void }) {
  const [way, setWay] = useState<Way>('contacts');
  const titleId = useId();
  return (
    <Dialog open onClose={(_, reason) => reason === 'escapeKeyDown' && onClose()} {...FILE_DIALOG} aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{peopleWords.addTitle(campaign.name)}</DialogTitle>
      <Box sx={{ px: 3, pt: 1 }}>
        <ToggleButtonGroup
          exclusive
          aria-label={peopleWords.ways}
          value={way}
          onChange={(_, chosen: Way | null) => chosen && setWay(chosen)}
        >
          {WAYS.map((name) => (
            <ToggleButton key={name} value={name}>
              {peopleWords[name]}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      </Box>
      {way === 'contacts' ? <PickContacts campaign={campaign} onClose={onClose} /> : <PeopleFile campaign={campaign} onClose={onClose} />}
    </Dialog>
  );
}
