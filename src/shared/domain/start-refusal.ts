/**
 * What keeps a campaign from being started (domain.md, §State machines, "Refused at start, each with its sentence").
 *
 * Decides whether there is anybody to call and any time to call them. Called by the verbs that create, start and resume,
 * and by the form before its button is pressed.
 */

import { type CallingWindow, hasOpeningLeft, type WindowProblemCode, windowProblem } from './calling-window.ts';

export type StartRefusalCode = 'no_contacts' | 'no_opening_left' | WindowProblemCode;

export interface StartRefusal {
  code: StartRefusalCode;
  sentence: string;
}

/** The first thing that forbids the start, null where nothing does. `contacts`: people waiting in the campaign. */
export function startRefusal(given: {
  contacts: number;
  keepOpen: boolean;
  window: CallingWindow;
  now: number;
  holidays: ReadonlySet<string>;
}): StartRefusal | null {
  if (given.contacts <= 0 && !given.keepOpen) {
    return { code: 'no_contacts', sentence: 'There is nobody to call. Add people, or keep the campaign open for people to come.' };
  }
  const problem = windowProblem(given.window);
  if (problem !== null) return problem;
  if (hasOpeningLeft(given.window, given.now, given.holidays)) return null;
  const { endOn } = given.window;
  const sentence =
    endOn === null
      ? 'There is no opening within 366 days. Choose more weekdays, or check the holidays.'
      : `There is no opening left before the end date ${endOn}. Choose a later end date or more weekdays.`;
  return { code: 'no_opening_left', sentence };
}
