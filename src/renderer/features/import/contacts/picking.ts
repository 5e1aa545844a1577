/** Contacts that are on their way to become a campaign, kept outside of any screen as a file is: see `taking.ts`. */
import { create } from 'zustand';
import { type CampaignDraft, newDraft } from '../../campaign-form/campaign-draft.ts';
import { withIds } from '../../contacts/list/selection.ts';

export interface Picking {
  /** Whose they are; another person begins anew. */
  userId: string | null;
  at: 'pick' | 'settings';
  /** In the order in which they were picked. */
  picked: ReadonlySet<number>;
  draft: CampaignDraft | null;
}

const NOBODY: Picking = { userId: null, at: 'pick', picked: new Set(), draft: null };

export const usePicking = create<Picking>()(() => NOBODY);

export const beginPicking = (userId: string): void => {
  if (usePicking.getState().userId !== userId) usePicking.setState({ ...NOBODY, userId });
};

/** Picks contacts or lets go of them; no more than may go into one campaign. */
export const pick = (ids: readonly number[], on: boolean): void =>
  usePicking.setState(({ picked }) => ({ picked: withIds(picked, ids, on) }));

export const clearPicked = (): void => usePicking.setState({ picked: new Set() });
export const goPicking = (at: Picking['at']): void => usePicking.setState({ at });

/** Goes on to the settings; what was typed before is still there. */
export const toSettings = (name: string): void => usePicking.setState(({ draft }) => ({ at: 'settings', draft: draft ?? newDraft(name) }));

export const putPickingDraft = (part: Partial<CampaignDraft>): void =>
  usePicking.setState(({ draft }) => ({ draft: draft && { ...draft, ...part } }));

export const donePicking = (): void => usePicking.setState(NOBODY, true);
