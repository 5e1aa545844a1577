/**
 * The campaign that is being made of selected contacts, and what was typed for it: kept outside of the screen, so that neither a
 * broken connection, nor a look at another screen, nor a key too many loses it.
 */
import { create } from 'zustand';
import type { CampaignDraft } from '../../campaign-form/campaign-draft.ts';
import { newBulkDraft } from './bulk-draft.ts';

interface BulkCall {
  userId: string;
  contactIds: readonly number[];
  draft: CampaignDraft;
}

export const useBulkCall = create<{ open: BulkCall | null; kept: BulkCall | null }>()(() => ({ open: null, kept: null }));

/** Begins with these contacts; what was typed before and not made stays. */
export function beginBulkCall(userId: string, contactIds: readonly number[], now: number): void {
  useBulkCall.setState(({ kept }) => {
    const draft = kept?.userId === userId ? kept.draft : newBulkDraft(now);
    const begun = { userId, contactIds, draft };
    return { open: begun, kept: begun };
  });
}

export function putBulkDraft(part: Partial<CampaignDraft>): void {
  useBulkCall.setState(({ open }) => {
    const changed = open && { ...open, draft: { ...open.draft, ...part } };
    return { open: changed, kept: changed };
  });
}

/** Closes it; what was typed is there again the next time. */
export const closeBulkCall = (): void => useBulkCall.setState({ open: null });

/** It became a campaign. */
export const bulkCallDone = (): void => useBulkCall.setState({ open: null, kept: null });
