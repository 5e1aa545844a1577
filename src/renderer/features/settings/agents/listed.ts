/** What was typed or chosen in a field that offers what an account holds. Pure. */

/** One thing of the account. */
export interface Listed {
  /** What is kept of it. */
  id: string;
  name: string;
  note?: string;
}

/** The id of what was typed: the one thing of exactly this name, else what was typed itself. */
export function idOfTyped(typed: string, listed: readonly Listed[]): string {
  const named = listed.filter(({ name }) => name === typed);
  return named.length === 1 && named[0] ? named[0].id : typed;
}

export const listedOf = (id: string, listed: readonly Listed[]): Listed | null => listed.find((one) => one.id === id.trim()) ?? null;
