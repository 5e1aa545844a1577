/** Filters by status as they are written in a query: one word or several with commas. */
import { badInput } from '../../shared/domain/app-error.ts';
import { CAMPAIGN_STATES, type CampaignState, ITEM_STATES, type ItemState } from '../../shared/domain/states.ts';

/** Item states; undefined where nothing is asked. @throws AppError `unknown_status` naming the word. */
export const readItemStates = (text: string | undefined): ItemState[] | undefined => readStates(text, ITEM_STATES);

/** Campaign states; undefined where nothing is asked. @throws AppError `unknown_status` naming the word. */
export const readCampaignStates = (text: string | undefined): CampaignState[] | undefined => readStates(text, CAMPAIGN_STATES);

function readStates<S extends string>(text: string | undefined, states: readonly S[]): S[] | undefined {
  const words = (text ?? '')
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
  if (words.length === 0) return undefined;
  return words.map((word) => {
    const known = states.find((state) => state === word);
    if (known) return known;
    const message = `There is no status "${word}". There are ${states.join(', ')}.`;
    throw badInput('unknown_status', message, { details: [{ path: 'status', message }] });
  });
}
