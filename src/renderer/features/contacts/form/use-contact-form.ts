import { type FormEvent, useRef, useState } from 'react';
import { focusFirst } from '../../../lib/field-errors.ts';
import { refusedFields } from '../../../lib/refused-fields.ts';
import { useTask } from '../../../lib/use-task.ts';
import { type ContactDraft, contactErrors, type DraftErrors } from './contact-draft.ts';

/** A contact being typed: what is wrong stands at its field, whoever found it; what is typed stays until it is saved. */
export function useContactForm(first: ContactDraft, save: (draft: ContactDraft) => Promise<void>) {
  const [draft, setDraft] = useState(first);
  const [errors, setErrors] = useState<DraftErrors>({});
  const form = useRef<HTMLFormElement>(null);
  const show = (found: DraftErrors) => {
    setErrors(found);
    if (form.current) focusFirst(form.current, found);
  };
  const task = useTask(async () => {
    try {
      await save(draft);
    } catch (error) {
      const refused = refusedFields(error);
      if (Object.keys(refused).length === 0) throw error;
      show(refused);
    }
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = contactErrors(draft);
    show(found);
    if (Object.keys(found).length === 0) void task.run();
  };
  const put = (part: Partial<ContactDraft>) => {
    setDraft((now) => ({ ...now, ...part }));
    // What was wrong is being mended.
    setErrors((now) => Object.fromEntries(Object.entries(now).filter(([field]) => !isOf(field, part))));
  };
  return { draft, errors, form, put, submit, busy: task.busy, error: task.error };
}

const isOf = (field: string, part: Partial<ContactDraft>) => (field.split('.')[0] ?? '') in part;
