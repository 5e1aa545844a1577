/** Whose part of the figures is how large: by campaign, agent and person. The sums of each list are the figures themselves. */
import type { AnalyticsQuery, FigureShare } from '../../shared/contract/analytics.ts';
import type { ShareRow } from '../data/figure-store.ts';
import { COMPLETED_OUTCOMES } from '../data/rollup-store.ts';
import type { Actor } from '../data/scope.ts';
import type { Parts } from '../parts.ts';
import { breathing, filterOf, keyOf } from './day-figures.ts';
import { daysOf, type Question, readQuestion } from './question.ts';
import { remembered } from './remembered.ts';

export interface Breakdown {
  campaigns: FigureShare[];
  agents: FigureShare[];
  users: FigureShare[];
  from: string;
  to: string;
}

type Sums = Pick<FigureShare, 'calls' | 'completed' | 'successful' | 'failed' | 'talkSeconds'>;

/** Calls by period, in parts, read a day at a time; the part with most calls first. @throws what `readQuestion` throws. */
export async function breakdown(parts: Parts, actor: Actor, query: AnalyticsQuery = {}): Promise<Breakdown> {
  const question = readQuestion(parts, actor, query);
  const of = { campaigns: new Map<string, Sums>(), agents: new Map<string, Sums>(), users: new Map<string, Sums>() };
  const breath = breathing(parts);
  for (const day of daysOf(question)) {
    for (const row of rowsOn(parts, question, day)) {
      add(of.campaigns, row.campaignId, row);
      add(of.agents, row.agentId, row);
      add(of.users, row.userId, row);
    }
    await breath.take();
  }
  const told = (kind: keyof typeof of): FigureShare[] => {
    const named = parts.data.figures.namesOf(kind, [...of[kind].keys()]);
    return named
      .flatMap(({ deleted, ...name }) => {
        const sums = of[kind].get(name.id);
        return sums ? [{ ...name, deleted: deleted === 1, ...sums }] : [];
      })
      .toSorted((a, b) => b.calls - a.calls || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  };
  return { campaigns: told('campaigns'), agents: told('agents'), users: told('users'), from: question.from, to: question.to };
}

function rowsOn(parts: Parts, question: Question, day: Parameters<typeof filterOf>[1]): readonly ShareRow[] {
  return remembered(parts, `shares ${keyOf(question)}`, day, () =>
    parts.data.figures.shares(question.scope, filterOf(question, day)).filter(({ outcome }) => outcome !== 'not-placed'),
  );
}

function add(sums: Map<string, Sums>, id: string, { outcome, calls, talkSeconds }: ShareRow): void {
  let one = sums.get(id);
  if (!one) sums.set(id, (one = { calls: 0, completed: 0, successful: 0, failed: 0, talkSeconds: 0 }));
  one.calls += calls;
  one.talkSeconds += talkSeconds;
  if (!COMPLETED_OUTCOMES.includes(outcome)) return;
  one.completed += calls;
  if (outcome === 'completed') one.successful += calls;
  else one.failed += calls;
}
