/** A form of the settings: what is wrong with it, at which field, and the saving of the whole or of nothing. */
import { type ChangeEvent, type FormEvent, useState } from 'react';
import { told, toldOfFields } from '../../../app/connection/told.ts';
import { type FieldErrors, focusFirst } from '../../../lib/field-errors.ts';
import { useTask } from '../../../lib/use-task.ts';
import type { Draft } from './drafts.ts';

interface FormOptions<T extends object> {
  draft: Pick<Draft<T>, 'values' | 'put'>;
  /** What is wrong before anything is sent. */
  check: (values: T) => FieldErrors<T>;
  /** Sends it. What the engine refuses at a field of `T` is shown there. */
  save: (values: T) => Promise<void>;
  /** The field that the engine names by a path; the path itself where nothing is said. */
  fieldOf?: (path: string) => string;
}

export interface Form<T extends object> {
  values: T;
  put: (part: Partial<T>) => void;
  errors: FieldErrors<T>;
  busy: boolean;
  /** What failed and stands at no field. */
  error: unknown;
  submit: (event: FormEvent<HTMLFormElement>) => void;
  /** What a text field of this name is given. */
  text: (name: keyof T & string) => {
    name: string;
    value: string;
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => void;
    error: boolean;
  };
}

export function useForm<T extends object>({ draft, check, save, fieldOf = (path) => path }: FormOptions<T>): Form<T> {
  const { values } = draft;
  const [errors, setErrors] = useState<FieldErrors<T>>({});
  const put = (part: Partial<T>) => {
    if (Object.keys(part).some((name) => name in errors)) setErrors(without(errors, part));
    draft.put(part);
  };
  const [isElsewhere, setElsewhere] = useState(false);
  const task = useTask(async (form: HTMLFormElement) => {
    try {
      await save(values);
    } catch (error) {
      const found = refusedFields(error, values, fieldOf);
      setErrors(found);
      // With one that the person can mend at its field, the sentence would only say it twice.
      setElsewhere(Object.keys(found).length === 0 || told(error).details.length > Object.keys(found).length);
      focusFirst(form, found);
      throw error;
    }
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const found = check(values);
    setErrors(found);
    focusFirst(event.currentTarget, found);
    if (Object.keys(found).length === 0) void task.run(event.currentTarget);
  };
  const text = (name: keyof T & string) => ({
    name,
    value: String(values[name]),
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => put({ [name]: event.target.value } as Partial<T>),
    error: errors[name] !== undefined,
  });
  return { values, put, errors, busy: task.busy, error: isElsewhere ? task.error : null, submit, text };
}

/** What is typed anew is no longer known to be wrong. */
function without<T extends object>(errors: FieldErrors<T>, typed: Partial<T>): FieldErrors<T> {
  return Object.fromEntries(Object.entries(errors).filter(([name]) => !(name in typed))) as FieldErrors<T>;
}

/** What the engine says of the fields of this form. */
function refusedFields<T extends object>(error: unknown, values: T, fieldOf: (path: string) => string): FieldErrors<T> {
  const named = [...toldOfFields(error)].map(([path, message]) => [fieldOf(path), message] as const);
  return Object.fromEntries(named.filter(([name]) => name in values)) as FieldErrors<T>;
}
