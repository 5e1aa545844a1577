/** What was typed over what is saved. Pure; the drafts keep it. */

export type Edits = Readonly<Record<string, unknown>>;

/** What is shown: what was typed, over what is saved. */
export const shown = <T extends object>(saved: T, edits: Edits | undefined): T => ({ ...saved, ...edits });

/** Only what differs from what is saved: a value that was typed back, or was saved from elsewhere, is no change. */
export const changesOf = <T extends object>(saved: T, edits: Edits | undefined): Partial<T> =>
  Object.fromEntries(
    Object.entries(edits ?? {}).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(saved[name as keyof T])),
  ) as Partial<T>;
