/** What the engine refused of a campaign, at the fields of the form. */
import { refusedFields } from '../../lib/refused-fields.ts';
import type { CampaignDraft, DraftErrors } from './campaign-draft.ts';

/** In the order of the draft; empty where the failure speaks of no field. */
export function refusedOf(error: unknown, draft: CampaignDraft): DraftErrors {
  const named = new Map(Object.entries(refusedFields(error)).map(([path, sentence]) => [fieldAt(path), sentence]));
  const fields = Object.keys(draft).filter((field) => named.has(field));
  return Object.fromEntries(fields.map((field) => [field, named.get(field)]));
}

/** `retry.byOutcome.busy` is told of the minutes by outcome, `retry` alone of the attempts. */
function fieldAt(path: string): string {
  const [first = '', second] = path.split('.');
  if (first !== 'retry') return first;
  return second === 'byOutcome' || second === 'retryAfter' ? second : 'maxAttempts';
}
