/** The settings of a campaign that is there: what may be changed, and what a change means. */
import { countOf } from '../../shared/domain/time-words.ts';

export const editWords = {
  form: 'Settings of the campaign',
  anothers: (owner: string) => `This is a campaign of ${owner}. Only its owner changes it.`,
  changed: (fields: number) => `${countOf(fields, 'setting')} changed`,
  discard: 'Discard changes',
  saved: (name: string) => `The settings of “${name}” are saved.`,
  leaveTitle: 'Leave without saving?',
  leaveWhat: (name: string) => `The settings of “${name}” are changed and not saved. They are lost when you leave.`,
  leave: 'Leave without saving',
  /** What a change means for those who wait. */
  means: {
    respread: 'Calls that were spread are planned anew. Callbacks, retries and times set by hand stay.',
    agent: 'The new agent speaks in calls that are not dialed yet.',
    retry: 'The new attempts hold for everyone who is not done.',
    limit: 'Calls that are up go on; no new one starts until there is room.',
    reopens: (people: number) => `${countOf(people, 'person', 'people')} who were left when it ended wait again.`,
    ends: 'Without keeping it open, it completes as soon as nobody waits.',
  },
} as const;
