import { Box, Button } from '@mui/material';
import type { Import } from '../../../../shared/contract/imports.ts';
import { api } from '../../../app/connection/client.ts';
import { useTask } from '../../../lib/use-task.ts';
import { formWords } from '../../../words/campaign-form.ts';
import { wizardWords } from '../../../words/import.ts';
import { CampaignForm, useDraftForm } from '../../campaign-form/campaign-form.tsx';
import { type CampaignDraft, settingsOf } from '../../campaign-form/campaign-draft.ts';
import { ForecastWell } from '../../campaign-form/forecast-well.tsx';
import { BackButton, Gap, SIDE_BY_SIDE, StepFrame } from '../step-frame.tsx';
import { giveUp, goTo, putDraft, putTaken, type Taking } from '../taking.ts';

/** Who calls the people of the file, and when; what will happen stands beside it. */
export function SettingsStep({ taking, checked, busy }: { taking: Taking; checked: Import; busy: boolean }) {
  const { draft } = taking;
  const create = useCreate(checked.id, draft);
  const isWorking = busy || create.busy;
  return (
    <StepFrame
      name={wizardWords.steps.settings}
      busy={busy}
      onSubmit={(form) => create.submit(form, false)}
      error={create.error}
      footer={
        <>
          <BackButton onClick={() => goTo('check')} disabled={create.busy}>
            {wizardWords.backTo.check}
          </BackButton>
          <Button variant="text" onClick={giveUp} disabled={create.busy}>
            {wizardWords.giveUp}
          </Button>
          <Gap />
          <Button disabled={isWorking} onClick={(event) => event.currentTarget.form && create.submit(event.currentTarget.form, true)}>
            {formWords.saveDraft}
          </Button>
          <Button type="submit" variant="contained" color="primary" loading={create.busy} disabled={isWorking}>
            {formWords.create}
          </Button>
        </>
      }
    >
      <Box sx={SIDE_BY_SIDE}>
        <CampaignForm draft={draft} errors={create.errors} onChange={putDraft} />
        <Box sx={{ position: 'sticky', top: 0 }}>
          <ForecastWell draft={draft} importId={checked.id} version={taking.checks} />
        </Box>
      </Box>
    </StepFrame>
  );
}

/** Creates the campaign, or keeps it as a draft: first what can be seen here is checked, then the engine writes. */
function useCreate(importId: string, draft: CampaignDraft) {
  const create = useTask(async (isDraft: boolean) => {
    const campaign = { ...settingsOf(draft), ...(isDraft && { draft: true }) };
    putTaken((await api.imports.begin({ id: importId, campaign })).import);
  });
  const form = useDraftForm(draft);
  return {
    errors: form.errors,
    busy: create.busy,
    error: create.error,
    submit(element: HTMLFormElement, isDraft: boolean) {
      if (form.check(element)) void create.run(isDraft);
    },
  };
}
