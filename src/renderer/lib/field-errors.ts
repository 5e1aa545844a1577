/** What is wrong in a form, by field, before anything is sent: the contract's own shapes say it. */
import type * as z from 'zod';

export type FieldErrors<T> = Partial<Record<keyof T & string, string>>;

/** The first message of each field that its shape refuses; empty where all are right. */
export function fieldErrors<T extends Record<string, unknown>>(shapes: { [K in keyof T]: z.ZodType }, values: T): FieldErrors<T> {
  const errors: FieldErrors<T> = {};
  for (const key of Object.keys(shapes) as (keyof T & string)[]) {
    const { error } = shapes[key].safeParse(values[key]);
    const message = error?.issues[0]?.message;
    if (message !== undefined) errors[key] = message;
  }
  return errors;
}

/** What a TextField shows: the error in the place of the help. */
export const helpOrError = (error: string | undefined, help?: string) => ({ error: error !== undefined, helperText: error ?? help ?? ' ' });

/** Brings the person to the first field that is wrong. */
export function focusFirst(form: HTMLFormElement, errors: Readonly<Record<string, unknown>>): void {
  const [first] = Object.keys(errors);
  if (first === undefined) return;
  const field = form.elements.namedItem(first);
  if (!(field instanceof HTMLElement)) return;
  // A date is typed into its parts; the field that bears the name stands hidden beside them.
  const part = field.ariaHidden === 'true' ? field.parentElement?.querySelector<HTMLElement>('[role="spinbutton"]') : null;
  (part ?? field).focus();
}
