/** Figures of calls in the words of a strip: a value, large, and a note below it. Pure; the strips draw them. */
import type { Analytics } from '../../shared/contract/analytics.ts';
import { moneyParts } from '../lib/money.ts';
import { talkTime } from '../lib/talk-time.ts';
import { common } from '../words/common.ts';
import { figures } from '../words/figures.ts';

export interface Figure {
  value: string;
  note: string;
}

/** Where there is nothing to tell, and why. */
export const nothing = (note = ''): Figure => ({ value: common.nothing, note });

/** Of the calls in which a person spoke. */
export function talkFigure({ outcomes, averageDuration, longestSeconds }: Analytics): Figure {
  if (outcomes.completed === 0) return nothing(figures.nobodySpoke);
  const note = longestSeconds === null ? figures.inCalls(outcomes.completed) : figures.longest(talkTime(longestSeconds));
  return { value: talkTime(averageDuration), note };
}

const tenth = new Intl.NumberFormat('en', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const upToTenth = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });

/** At which attempt a person spoke. */
export function attemptsFigure({ attemptsToAnswer }: Analytics): Figure {
  if (attemptsToAnswer.average === null) return nothing(figures.nobodyAnswered);
  const { average, median } = attemptsToAnswer;
  return { value: tenth.format(average), note: median === null ? '' : figures.median(upToTenth.format(median)) };
}

/** What all calls cost, and each success. Where calls were paid in several units, they stand side by side. */
export function costFigure({ costs, outcomes: { completed } }: Analytics): Figure {
  const [first, ...others] = costs.filter(({ amount }) => amount > 0).map((amount) => ({ amount, parts: moneyParts(amount) }));
  if (!first) return nothing(figures.noCost);
  const [figure, unit] = first.parts;
  if (others.length > 0) {
    return { value: figure, note: [unit, ...others.map(({ parts }) => figures.and(parts.join(' ').trim()))].filter(Boolean).join(' ') };
  }
  const each = completed === 0 ? '' : figures.eachSuccess(moneyParts({ ...first.amount, amount: first.amount.amount / completed })[0]);
  return { value: figure, note: [unit, each].filter(Boolean).join(', ') };
}
