/**
 * What was typed into a form of the settings and is not saved yet: kept outside of any screen, by person and form, so that neither
 * a look at another section nor a broken connection loses it.
 */
import { useCallback, useEffect } from 'react';
import { create } from 'zustand';
import { useUser } from '../../../app/session/session.ts';
import { changesOf, type Edits, shown } from './edits.ts';

const useDrafts = create<{ drafts: ReadonlyMap<string, Edits> }>()(() => ({ drafts: new Map() }));

export interface Draft<T> {
  values: T;
  changes: Partial<T>;
  isChanged: boolean;
  put: (part: Partial<T>) => void;
  /** Back to what is saved. */
  forget: () => void;
}

/** The draft of one form over what is saved. */
export function useDraft<T extends object>(form: string, saved: T): Draft<T> {
  const key = `${useUser().id}/${form}`;
  const edits = useDrafts(({ drafts }) => drafts.get(key));
  const put = useCallback((part: Partial<T>) => write(key, (before) => ({ ...before, ...part })), [key]);
  const forget = useCallback(() => write(key, () => undefined), [key]);
  const changes = changesOf(saved, edits);
  const isChanged = Object.keys(changes).length > 0;
  // What was typed back would otherwise come up as a change once somebody else changes what is saved.
  const isIdle = edits !== undefined && !isChanged;
  useEffect(() => {
    if (isIdle) forget();
  }, [isIdle, forget]);
  return { values: shown(saved, edits), changes, isChanged, put, forget };
}

/** Whether anything was typed into a form that is not saved; a form that is not open cannot tell what of it differs. */
export function useHasDraft(form: string): boolean {
  const key = `${useUser().id}/${form}`;
  return useDrafts(({ drafts }) => drafts.has(key));
}

function write(key: string, change: (before: Edits | undefined) => Edits | undefined): void {
  useDrafts.setState(({ drafts }) => {
    const next = new Map(drafts);
    const edits = change(drafts.get(key));
    if (edits) next.set(key, edits);
    else next.delete(key);
    return { drafts: next };
  });
}
