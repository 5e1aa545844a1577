import { type FormEvent, useRef, useState } from 'react';
import { navigate } from '../../../app/address.ts';
import { api } from '../../../app/connection/client.ts';
import { putCampaign } from '../../../app/live/live-store.ts';
import { say } from '../../../app/toasts.tsx';
import { focusFirst } from '../../../lib/field-errors.ts';
import { useTask } from '../../../lib/use-task.ts';
import { formWords } from '../../../words/campaign-form.ts';
import { bulkCall } from '../../../words/contacts.ts';
import type { CampaignDraft, DraftErrors } from '../../campaign-form/campaign-draft.ts';
import { refusedOf } from '../../campaign-form/refused-draft.ts';
import { tabOf } from '../../campaigns/tabs.ts';
import { bulkCallDone } from './bulk-call.ts';
import { bulkErrors, campaignOf } from './bulk-draft.ts';

interface Creating {
  draft: CampaignDraft;
  contactIds: readonly number[];
  onCreated: () => void;
}

/** Makes the campaign: first what can be seen here is checked, then the engine creates and starts it, or keeps it as a draft. */
export function useBulkCreate({ draft, contactIds, onCreated }: Creating) {
  const [errors, setErrors] = useState<DraftErrors>({});
  const [doing, setDoing] = useState<'create' | 'draft'>('create');
  const form = useRef<HTMLFormElement>(null);
  const show = (found: DraftErrors) => {
    setErrors(found);
    if (form.current) focusFirst(form.current, found);
  };
  const task = useTask(async (isDraft: boolean) => {
    try {
      const { campaign, people } = await api.campaigns.bulkCall(campaignOf(draft, contactIds, isDraft));
      putCampaign(campaign);
      bulkCallDone();
      onCreated();
      say((isDraft ? bulkCall.drafted : formWords.created)(campaign.name, people.added));
      navigate(`/campaigns/${tabOf(campaign.status)}`);
    } catch (error) {
      const refused = refusedOf(error, draft);
      if (Object.keys(refused).length === 0) throw error;
      show(refused);
    }
  });
  const begin = (isDraft: boolean) => {
    const found = bulkErrors(draft);
    show(found);
    if (Object.keys(found).length > 0) return;
    setDoing(isDraft ? 'draft' : 'create');
    void task.run(isDraft);
  };
  return {
    form,
    errors,
    submit: (event: FormEvent) => {
      event.preventDefault();
      begin(false);
    },
    saveDraft: () => begin(true),
    busy: task.busy ? doing : null,
    error: task.error,
  };
}
