/**
 * Names: one line into first and last, and back.
 *
 * Decides only where to part them. Must never change how a person writes their name, beyond blanks. Called by the import,
 * the verbs that take a contact, and what the agent is told.
 */

export interface NameParts {
  firstName: string;
  lastName: string;
}

/** `Ada King Lovelace` → Ada King, Lovelace: parted at the last space, as rest.md says. A single word is a first name. */
export function splitName(name: string): NameParts {
  const tidy = tidyName(name);
  const space = tidy.lastIndexOf(' ');
  if (space < 0) return { firstName: tidy, lastName: '' };
  return { firstName: tidy.slice(0, space), lastName: tidy.slice(space + 1) };
}

/** First and last name in one line; empty where both are. */
export function fullName(firstName: string | null, lastName: string | null): string {
  return tidyName(`${firstName ?? ''} ${lastName ?? ''}`);
}

/** The name with single blanks and none around it; nothing else is touched. */
export function tidyName(name: string): string {
  return name.replace(/\s+/g, ' ').trim();
}

/**
 * A whole name out of what a row or a form gives: parts that are given stand, the name is split where neither is, and
 * composed where there is none.
 */
export function completeName(given: {
  name?: string | null;
  firstName?: string | null;
  lastName?: string | null;
}): NameParts & { name: string } {
  const firstName = tidyName(given.firstName ?? '');
  const lastName = tidyName(given.lastName ?? '');
  const name = tidyName(given.name ?? '');
  if (firstName === '' && lastName === '') return { name, ...splitName(name) };
  return { name: name === '' ? fullName(firstName, lastName) : name, firstName, lastName };
}
