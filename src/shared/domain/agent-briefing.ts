/**
 * What the agent is told (rule 19): the variables that go with a dial, for every provider.
 *
 * Decides names and texts of the variables. Must never let a column of a file stand in for one of ours. Called at claim
 * and not before, because the last conversation changes what is told.
 */

import { isTimeZone, localDateOf } from './calendar.ts';
import { completeName } from './person-name.ts';

export interface BriefedContact {
  name: string | null;
  firstName: string | null;
  lastName: string | null;
  email: string | null;
  company: string | null;
  /** Instant of the last call in which a person spoke. */
  lastConversationAt: number | null;
  /** Summary of the last transcript. */
  transcriptSummary: string | null;
  /** Column or field name → value; a row's own values laid over the contact's by the caller. */
  customFields: Readonly<Record<string, unknown>>;
}

/**
 * The variables of one call: `summary` and `next_action` as the campaign document composes them (Workflow 1), the name
 * and its parts, and every custom field under a safe name. What is not known is left out of the summary; the name's
 * parts are always there, empty if need be, so that a prompt that names them works. The date of the last conversation
 * is the campaign's.
 */
export function briefingOf(given: { contact: BriefedContact; nextAction: string; timeZone: string }): Record<string, string> {
  const { contact, nextAction, timeZone } = given;
  const { name, firstName, lastName } = completeName(contact);
  const ours = new Map([
    ['summary', summaryOf(contact, name, timeZone)],
    ['next_action', nextAction],
    ['name', name],
    ['first_name', firstName],
    ['last_name', lastName],
  ]);
  const taken = new Set(ours.keys());
  for (const [field, value] of Object.entries(contact.customFields)) {
    const variable = variableName(field);
    // Names differ by more than letter case: vendors' placeholders do not all tell Name from name.
    if (variable === '' || taken.has(variable.toLowerCase())) continue;
    taken.add(variable.toLowerCase());
    ours.set(variable, textOf(value));
  }
  return Object.fromEntries(ours);
}

/** A field's name as a prompt can hold it, `{Order_No}`: letters, figures and underscores; empty where nothing is left. */
export function variableName(field: string): string {
  const safe = field
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_+|_+$/g, '');
  return /^\p{N}/u.test(safe) ? `_${safe}` : safe;
}

function summaryOf(contact: BriefedContact, name: string, timeZone: string): string {
  const { lastConversationAt } = contact;
  const zone = isTimeZone(timeZone) ? timeZone : 'UTC';
  const parts: [string, string | null][] = [
    ['name', name],
    ['email', contact.email],
    ['company', contact.company],
    ['last_conversation', lastConversationAt === null ? null : localDateOf(lastConversationAt, zone)],
    ['transcript_summary', contact.transcriptSummary],
  ];
  const known = parts.map(([label, value]) => [label, value?.trim() ?? '']).filter(([, value]) => value !== '');
  return known.map(([label, value]) => `${label}: ${value}`).join(', ');
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  return JSON.stringify(value) ?? '';
}
