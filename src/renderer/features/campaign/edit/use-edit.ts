import { type FormEvent, useState } from 'react';
import type { Campaign } from '../../../../shared/contract/campaigns.ts';
import { api } from '../../../app/connection/client.ts';
import { putCampaign } from '../../../app/live/live-store.ts';
import { useUser } from '../../../app/session/session.ts';
import { say } from '../../../app/toasts.tsx';
import { focusFirst } from '../../../lib/field-errors.ts';
import { useNow } from '../../../lib/use-now.ts';
import { useTask } from '../../../lib/use-task.ts';
import { editWords } from '../../../words/campaign-edit.ts';
import { type CampaignDraft, type DraftErrors, draftErrors } from '../../campaign-form/campaign-draft.ts';
import type { Lock } from '../../campaign-form/fields.ts';
import { refusedOf } from '../../campaign-form/refused-draft.ts';
import { changedFields, changesOf, type EditField, mayEditField, type Typed, withTyped } from './edit-draft.ts';

export interface Edit {
  draft: CampaignDraft;
  changed: readonly EditField[];
  errors: DraftErrors;
  /** Whether the draft could be saved, seen from here. */
  isRight: boolean;
  put: (part: Typed) => void;
  /** Whether a field can be changed now; why not, where that is no more than about this field. */
  lock: (field: EditField) => Lock;
  /** Why nearly nothing can be changed; undefined where it can. */
  locked: string | undefined;
  submit: (event: FormEvent<HTMLFormElement>) => void;
  discard: () => void;
  busy: boolean;
  /** What went wrong and belongs to no field. */
  error: unknown;
}

/** What is typed into the settings: kept until it is saved or discarded, whatever happens to the connection. */
export function useEdit(campaign: Campaign, callMade: boolean): Edit {
  const user = useUser();
  const now = useNow();
  const [typed, setTyped] = useState<Typed>({});
  const [shown, setShown] = useState<DraftErrors>({});
  const draft = withTyped(campaign, typed);
  const changed = changedFields(campaign, typed);
  const save = useTask(async () => {
    const answer = await api.campaigns.update({ id: campaign.id, ...changesOf(campaign, typed) });
    putCampaign(answer.campaign);
    setTyped({});
    say(editWords.saved(answer.campaign.name));
  });
  const refused = refusedOf(save.error, draft);
  const isRefused = Object.keys(refused).length > 0;
  const reasonOf = (field: EditField) => {
    if (campaign.userId !== user.id) return editWords.anothers(campaign.ownerName);
    const verdict = mayEditField(campaign, field, callMade);
    return verdict.ok ? undefined : verdict.sentence;
  };
  // What stands for everything stands for the agent as well.
  const locked = reasonOf('agentId');
  const found = draftErrors(draft, now, true);
  return {
    draft,
    changed,
    errors: { ...refused, ...shown },
    isRight: Object.keys(found).length === 0,
    put: (part) => {
      setTyped((before) => ({ ...before, ...part }));
      setShown((before) => without(before, Object.keys(part)));
      save.clear();
    },
    lock: (field) => {
      const why = reasonOf(field);
      return { isLocked: why !== undefined, ...(why !== locked && { why }) };
    },
    locked,
    submit: (event) => {
      event.preventDefault();
      // What cannot be changed cannot be wrong either.
      const wrong = onlyOf(found, changed);
      setShown(wrong);
      focusFirst(event.currentTarget, wrong);
      if (Object.keys(wrong).length === 0 && changed.length > 0) void save.run();
    },
    discard: () => {
      setTyped({});
      setShown({});
      save.clear();
    },
    busy: save.busy,
    error: isRefused ? null : save.error,
  };
}

const without = (errors: DraftErrors, fields: readonly string[]): DraftErrors =>
  Object.fromEntries(Object.entries(errors).filter(([field]) => !fields.includes(field)));

const WINDOW: ReadonlySet<string> = new Set(['firstCallTime', 'lastCallTime', 'weekdays', 'timeZone', 'startDate', 'endDate']);

/** Errors that a change brought: of the fields that were changed, and of the window as a whole where one of its parts was. */
function onlyOf(errors: DraftErrors, changed: readonly EditField[]): DraftErrors {
  const touchesWindow = changed.some((field) => WINDOW.has(field));
  return Object.fromEntries(
    Object.entries(errors).filter(([field]) => changed.some((name) => name === field) || (touchesWindow && WINDOW.has(field))),
  );
}
