import { Box, Button } from '@mui/material';
import { useMemo } from 'react';
import { navigate } from '../../../app/address.ts';
import { api } from '../../../app/connection/client.ts';
import { putCampaign } from '../../../app/live/live-store.ts';
import { say } from '../../../app/toasts.tsx';
import { useTask } from '../../../lib/use-task.ts';
import { formWords } from '../../../words/campaign-form.ts';
import { pickWords } from '../../../words/import.ts';
import { CampaignForm, useDraftForm } from '../../campaign-form/campaign-form.tsx';
import { type CampaignDraft, settingsOf } from '../../campaign-form/campaign-draft.ts';
import { ForecastWell } from '../../campaign-form/forecast-well.tsx';
import { tabOf } from '../../campaigns/tabs.ts';
import { BackButton, Gap, SIDE_BY_SIDE, StepFrame } from '../step-frame.tsx';
import { donePicking, goPicking, putPickingDraft } from './picking.ts';

/** Who calls those who were picked, and when. */
export function PickedSettings({ draft, picked }: { draft: CampaignDraft; picked: ReadonlySet<number> }) {
  const contactIds = useMemo(() => [...picked], [picked]);
  const form = useDraftForm(draft);
  const create = useTask(async (isDraft: boolean) => {
    const { campaign, people } = await api.campaigns.create({ ...settingsOf(draft), contactIds, ...(isDraft && { draft: true }) });
    putCampaign(campaign);
    donePicking();
    say(formWords.created(campaign.name, people.added) + (people.missing > 0 ? pickWords.missing(people.missing) : ''));
    navigate(`/campaigns/${tabOf(campaign.status)}`);
  });
  const send = (element: HTMLFormElement, isDraft: boolean) => {
    if (form.check(element)) void create.run(isDraft);
  };
  return (
    <StepFrame
      name={pickWords.steps[1]}
      onSubmit={(element) => send(element, false)}
      error={create.error}
      footer={
        <>
          <BackButton onClick={() => goPicking('pick')} disabled={create.busy}>
            {pickWords.back}
          </BackButton>
          <Gap />
          <Button disabled={create.busy} onClick={(event) => event.currentTarget.form && send(event.currentTarget.form, true)}>
            {formWords.saveDraft}
          </Button>
          <Button type="submit" variant="contained" color="primary" loading={create.busy}>
            {formWords.create}
          </Button>
        </>
      }
    >
      <Box sx={SIDE_BY_SIDE}>
        <CampaignForm draft={draft} errors={form.errors} onChange={putPickingDraft} />
        <Box sx={{ position: 'sticky', top: 0 }}>
          <ForecastWell draft={draft} contactIds={contactIds} />
        </Box>
      </Box>
    </StepFrame>
  );
}
