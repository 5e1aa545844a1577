/** The figures of one date of a question: out of the rollups by hour and outcome, and what only the calls themselves say. */
import { localHourOf } from '../../shared/domain/calendar.ts';
import type { FigureFilter } from '../data/figure-store.ts';
import { scopeValue } from '../data/scope.ts';
import type { Parts } from '../parts.ts';
import { sleep } from '../ports/clock.ts';
import { type Facts, factsOf } from './facts.ts';
import type { Day, Question } from './question.ts';
import { remembered } from './remembered.ts';
import type { FigureRow } from './sum-figures.ts';

export type Asked = Pick<Question, 'scope' | 'filter'>;

/** Calls of one date by hour and outcome. */
export function dayRows(parts: Parts, { timeZone, ...asked }: Asked & { timeZone: string }, day: Day): readonly FigureRow[] {
  return remembered(parts, `rows ${timeZone} ${keyOf(asked)}`, day, () => {
    const hours = new Map<string, FigureRow>();
    for (const { startAt, ...quarter } of parts.data.figures.quarters(asked.scope, filterOf(asked, day))) {
      const hour = localHourOf(startAt, timeZone);
      const key = `${hour} ${quarter.outcome}`;
      const known = hours.get(key);
      if (!known) hours.set(key, { on: day.on, hour, ...quarter });
      else {
        known.calls += quarter.calls;
        known.talkSeconds += quarter.talkSeconds;
      }
    }
    return [...hours.values()];
  });
}

/** What no rollup holds, of the calls claimed in one stretch of time. */
export function stretchFacts(parts: Parts, asked: Asked, stretch: Pick<Day, 'from' | 'until'>): Facts {
  return remembered(parts, `facts ${keyOf(asked)}`, stretch, () =>
    factsOf(parts.data.figures.facts(asked.scope, filterOf(asked, stretch))),
  );
}

export const filterOf = ({ filter }: Asked, { from, until }: Pick<Day, 'from' | 'until'>): FigureFilter => ({ ...filter, from, until });

/** Names a question apart from its days. */
export const keyOf = ({ scope, filter: { campaignId, agentId, userId, practice } }: Asked) =>
  JSON.stringify([scopeValue(scope), campaignId, agentId, userId, practice]);

const BREATH_AFTER_MS = 10;

/** Work in steps that lets calls go on between them: `take` waits for others where the steps before took long. */
export function breathing({ clock }: Parts): { take: () => Promise<void> } {
  let since = clock.monotonic();
  return {
    async take() {
      if (clock.monotonic() - since < BREATH_AFTER_MS) return;
      await sleep(clock, 0);
      since = clock.monotonic();
    },
  };
}
