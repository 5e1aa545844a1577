import { Box, Button, Stack, Tooltip } from '@mui/material';
import { NothingHere } from '../../../components/nothing-here.tsx';
import { viewerZone } from '../../../lib/format.ts';
import { localDateOf } from '../../../../shared/domain/calendar.ts';
import { dateInWords } from '../../../../shared/domain/time-words.ts';
import { bulkCall } from '../../../words/contacts.ts';
import { pickWords } from '../../../words/import.ts';
import { ContactPicker } from '../../contacts/pick/contact-picker.tsx';
import { Gap, StepFrame } from '../step-frame.tsx';
import { chooseWay } from '../way.ts';
import { clearPicked, pick, toSettings } from './picking.ts';

/** Contacts have no name that a campaign could take. */
const campaignName = (): string => bulkCall.name(dateInWords(localDateOf(Date.now(), viewerZone())));

/** Whom to call: searched, ticked, or all that match. */
export function PickStep({ picked }: { picked: ReadonlySet<number> }) {
  return (
    <StepFrame
      fixed
      name={pickWords.steps[0]}
      onSubmit={() => picked.size > 0 && toSettings(campaignName())}
      footer={
        <>
          <Gap />
          <Tooltip title={picked.size === 0 ? pickWords.tickFirst : ''}>
            <span>
              <Button type="submit" variant="contained" color="primary" disabled={picked.size === 0}>
                {pickWords.onward(picked.size)}
              </Button>
            </span>
          </Tooltip>
        </>
      }
    >
      <Stack sx={{ gap: 2, flex: 1, minHeight: 320 }}>
        <ContactPicker picked={picked} onPick={pick} onClear={clearPicked} empty={<Nobody />} />
      </Stack>
    </StepFrame>
  );
}

const Nobody = () => (
  <Box sx={{ flex: 1, display: 'flex' }}>
    <NothingHere action={<Button onClick={() => chooseWay('csv')}>{pickWords.toCsv}</Button>}>{pickWords.none}</NothingHere>
  </Box>
);
