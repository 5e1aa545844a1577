import type { CampaignDraft, DraftErrors } from './campaign-draft.ts';

/** Whether a field can be changed now, and why not where that is said at the field itself. */
export interface Lock {
  isLocked: boolean;
  why?: string | undefined;
}

/** What every part of the form is given. */
export interface FieldsProps {
  draft: CampaignDraft;
  errors: DraftErrors;
  onChange: (part: Partial<CampaignDraft>) => void;
  /** Of a campaign that is there: which fields its state has closed. */
  lock?: (field: keyof CampaignDraft) => Lock;
}

const OPEN: Lock = { isLocked: false };

/** Of a campaign that is not there yet: everything can be typed. */
export const open = (): Lock => OPEN;
