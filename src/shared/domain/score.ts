/**
 * The score of a contact (rule 1): who is worth calling first where nobody set a priority by hand.
 *
 * Decides a number and nothing else. Must never fall below 0. Computed when an item is added and after each call of its
 * contact; the priority that a person sets stands before it (`claim-order.ts`).
 */

export interface ScoredContact {
  name: string | null;
  email: string | null;
  company: string | null;
  /** Calls in which a person spoke, ever. */
  successfulCalls: number;
  /** Failed attempts in a row; an answer sets it back to 0. */
  notConnected: number;
}

/** Whether a contact counts as named: anything but blanks. Named contacts are called before unnamed ones (rule 3). */
export function isNamed(name: string | null): boolean {
  return name !== null && name.trim() !== '';
}

/** The campaign document's priority formula (§Priority Calculation Algorithm), to the letter: 0 to 140. */
export function scoreOf(contact: ScoredContact): number {
  let score = isNamed(contact.name) ? 100 : 0;
  if (contact.email) score += 10;
  if (contact.company) score += 10;
  score += Math.min(contact.successfulCalls * 5, 20);
  if (contact.notConnected > 0) score -= contact.notConnected * 10;
  return Math.max(score, 0);
}
