/** What is typed for a campaign out of a file, before it is one. */
import { CampaignSettings } from '../../../shared/contract/campaigns.ts';
import { clockMinutes } from '../../lib/clock-time.ts';
import { type FieldErrors, fieldErrors } from '../../lib/field-errors.ts';
import { viewerZone } from '../../lib/format.ts';
import { formWords } from '../../words/import.ts';

export interface CampaignDraft {
  name: string;
  agentId: string;
  nextAction: string;
  firstCallTime: string;
  lastCallTime: string;
  timeZone: string;
  /** 1 (Monday) to 7. */
  weekdays: readonly number[];
  pacing: 'spread' | 'asap';
}

const MONDAY_TO_FRIDAY = [1, 2, 3, 4, 5] as const;
const LONGEST_NAME = 255;

/** Named after the file; office hours of the viewer's zone. */
export function newDraft(fileName: string): CampaignDraft {
  return {
    name: nameFrom(fileName),
    agentId: '',
    nextAction: '',
    firstCallTime: '09:00',
    lastCallTime: '18:00',
    timeZone: viewerZone(),
    weekdays: MONDAY_TO_FRIDAY,
    pacing: 'spread',
  };
}

/** `leads_november.csv` → `Leads november`. */
export function nameFrom(fileName: string): string {
  const plain = fileName
    .replace(/\.[^.]{1,5}$/, '')
    .replace(/[\s_]+/g, ' ')
    .trim()
    .slice(0, LONGEST_NAME);
  return plain === '' ? formWords.unnamed : plain.charAt(0).toUpperCase() + plain.slice(1);
}

const { name, agentId, nextAction, firstCallTime, lastCallTime } = CampaignSettings.shape;
const SHAPES = { name, agentId, nextAction, firstCallTime, lastCallTime };
const NEEDED = { name: formWords.needsName, agentId: formWords.needsAgent, nextAction: formWords.needsNextAction };

/** What is wrong with it, by field, in the order of the form; what only the engine can know it says itself. */
export function draftErrors(draft: CampaignDraft): FieldErrors<CampaignDraft> {
  const { timeZone: _zone, pacing: _pacing, weekdays, ...texts } = draft;
  const errors: FieldErrors<CampaignDraft> = fieldErrors(SHAPES, texts);
  for (const key of ['name', 'agentId', 'nextAction'] as const) if (errors[key] && draft[key].trim() === '') errors[key] = NEEDED[key];
  const [first, last] = [clockMinutes(draft.firstCallTime), clockMinutes(draft.lastCallTime)];
  if (first !== null && last !== null && first >= last) errors.lastCallTime = formWords.lastAfterFirst;
  if (weekdays.length === 0) errors.weekdays = formWords.needsWeekday;
  return errors;
}

/** As the engine takes it. */
export const settingsOf = (draft: CampaignDraft): CampaignSettings => ({
  ...draft,
  name: draft.name.trim(),
  nextAction: draft.nextAction.trim(),
  weekdays: [...draft.weekdays],
});
