/** What is typed for a campaign out of selected contacts, before it is one. */
import type { NewCampaign } from '../../../../shared/contract/campaigns.ts';
import { localDateOf } from '../../../../shared/domain/calendar.ts';
import { dateInWords } from '../../../../shared/domain/time-words.ts';
import { viewerZone } from '../../../lib/format.ts';
import { bulkCall } from '../../../words/contacts.ts';
import { type CampaignDraft, type DraftErrors, draftErrors, newDraft, settingsOf } from '../../campaign-form/campaign-draft.ts';

/** Named after the day; office hours of the viewer's zone. */
export function newBulkDraft(now: number): CampaignDraft {
  return { ...newDraft(''), name: bulkCall.name(dateInWords(localDateOf(now, viewerZone()))) };
}

/** What is wrong with it, by field, in the order of the dialog. */
export function bulkErrors(draft: CampaignDraft): DraftErrors {
  const { name, agentId, startDate, ...others } = draftErrors(draft);
  return {
    ...(name !== undefined && { name }),
    ...(agentId !== undefined && { agentId }),
    ...(startDate !== undefined && { startDate }),
    ...others,
  };
}

/** As the engine takes it. */
export const campaignOf = (draft: CampaignDraft, contactIds: readonly number[], isDraft: boolean): NewCampaign => ({
  ...settingsOf(draft),
  contactIds: [...contactIds],
  ...(isDraft && { draft: true }),
});
