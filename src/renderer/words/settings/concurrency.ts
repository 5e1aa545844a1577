/** How many calls may be up at once. */
import { countOf } from '../../../shared/domain/time-words.ts';
import { number } from '../../lib/format.ts';

export const concurrency = {
  intro: 'How many calls may be up at the same time. Lowering a limit hangs up nobody: no new call starts until there is room.',
  mine: 'Your calls',
  up: 'Calls up',
  upOf: (up: number, limit: number) => `${number(up)} of ${number(limit)}`,
  free: 'Slots free',
  limit: 'Limit',
  limitByAdmin: 'An admin sets it',
  system: 'Everyone',
  systemNote: (free: number) => `${countOf(free, 'slot')} free`,
  noNewCalls: 'No new calls',
  limits: 'Limits',
  limitsNote: 'in force at once',
  table: 'Limits of everyone and of the whole system',
  who: 'Who',
  wholeSystem: 'Whole system',
  wholeSystemNote: 'everyone together',
  upHead: 'Up',
  freeHead: 'Free',
  limitHead: 'Limit',
  limitOf: (name: string) => `Limit of ${name}`,
  limitOfSystem: 'Limit of the whole system',
  saveLimit: 'Save',
  undoLimit: 'Keep the limit as it was',
  goOn: (up: number) =>
    `${countOf(up, 'call')} ${up === 1 ? 'is' : 'are'} up and ${up === 1 ? 'goes' : 'go'} on; no new call until there is room`,
  noneAndGoOn: (up: number) => `No new calls; ${countOf(up, 'call')} ${up === 1 ? 'is' : 'are'} up and ${up === 1 ? 'goes' : 'go'} on`,
  overSystem: 'More than the whole system may have',
  changed: (name: string, limit: number) =>
    limit === 0 ? `No new calls for ${name} until the limit is raised.` : `The limit of ${name} is ${number(limit)}.`,
  changedSystem: (limit: number) =>
    limit === 0 ? 'No new calls for anybody until the limit is raised.' : `The limit of the whole system is ${number(limit)}.`,
} as const;
