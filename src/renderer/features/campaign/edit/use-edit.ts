import { type FormEvent, useState } from 'react';
import type { Campaign } from '../../../../shared/contract/campaigns.ts';
import { api } from '../../../app/connection/client.ts';
import { putCampaign } from '../../../app/live/live-store.ts';
import { useUser } from '../../../app/session/session.ts';
import { say } from '../../../app/toasts.tsx';
import { focusFirst } from '../../../lib/field-errors.ts';
import { useTask } from '../../../lib/use-task.ts';
import { editWords } from '../../../words/campaign-edit.ts';
import { changedFields, changesOf, draftOf, type EditDraft, type EditField, mayEditField, type Typed } from './edit-draft.ts';
import { editErrors, type EditErrors, refusedFields } from './edit-errors.ts';

export interface Edit {
  draft: EditDraft;
  changed: readonly EditField[];
  errors: EditErrors;
  /** Whether the draft could be saved, seen from here. */
  isRight: boolean;
  put: (part: Typed) => void;
  /** Why a field cannot be changed now; undefined where it can. */
  locked: (field: EditField) => string | undefined;
  submit: (event: FormEvent<HTMLFormElement>) => void;
  discard: () => void;
  busy: boolean;
  /** What went wrong and belongs to no field. */
  error: unknown;
}

/** What is typed into the settings: kept until it is saved or discarded, whatever happens to the connection. */
export function useEdit(campaign: Campaign, callMade: boolean): Edit {
  const user = useUser();
  const [typed, setTyped] = useState<Typed>({});
  const [shown, setShown] = useState<EditErrors>({});
  const draft = { ...draftOf(campaign), ...typed };
  const changed = changedFields(campaign, typed);
  const save = useTask(async () => {
    const answer = await api.campaigns.update({ id: campaign.id, ...changesOf(campaign, typed) });
    putCampaign(answer.campaign);
    setTyped({});
    say(editWords.saved(answer.campaign.name));
  });
  const refused = refusedFields(save.error);
  const isRefused = Object.keys(refused).length > 0;
  const locked = (field: EditField) => {
    if (campaign.userId !== user.id) return editWords.anothers(campaign.ownerName);
    const verdict = mayEditField(campaign, field, callMade);
    return verdict.ok ? undefined : verdict.sentence;
  };
  return {
    draft,
    changed,
    errors: { ...refused, ...shown },
    isRight: Object.keys(editErrors(draft)).length === 0,
    put: (part) => {
      setTyped((before) => ({ ...before, ...part }));
      setShown((before) => without(before, Object.keys(part)));
      save.clear();
    },
    locked,
    submit: (event) => {
      event.preventDefault();
      // What cannot be changed cannot be wrong either.
      const found = onlyOf(editErrors(draft), changed);
      setShown(found);
      focusFirst(event.currentTarget, found);
      if (Object.keys(found).length === 0 && changed.length > 0) void save.run();
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

const without = (errors: EditErrors, fields: readonly string[]): EditErrors =>
  Object.fromEntries(Object.entries(errors).filter(([field]) => !fields.includes(field)));

const WINDOW: ReadonlySet<string> = new Set(['firstCallTime', 'lastCallTime', 'weekdays', 'timeZone', 'startDate', 'endDate']);

/** Errors that a change brought: of the fields that were changed, and of the window as a whole where one of its parts was. */
function onlyOf(errors: EditErrors, changed: readonly EditField[]): EditErrors {
  const touchesWindow = changed.some((field) => WINDOW.has(field));
  return Object.fromEntries(
    Object.entries(errors).filter(([field]) => changed.some((name) => name === field) || (touchesWindow && WINDOW.has(field))),
  );
}
