/** Figures as CSV: a line for every day, person, campaign and agent with calls, costs in a column for each unit. Formulas are escaped. */
import { BYTE_ORDER_MARK, csvRows } from '../../shared/domain/csv-rows.ts';
import { type AnalyticsQuery, OUTCOME_NAMES, type OutcomeName } from '../../shared/contract/analytics.ts';
import type { GroupCostRow, GroupRow } from '../data/figure-store.ts';
import type { Actor } from '../data/scope.ts';
import type { Parts } from '../parts.ts';
import { breathing, dayRows, filterOf } from './day-figures.ts';
import { type Day, daysOf, type Question, readQuestion } from './question.ts';
import { successRate } from './sum-figures.ts';

const NAMES = ['date', 'supervisor', 'campaign', 'agent', 'practice'] as const;
const FIGURES = ['calls', 'completed', 'successful', 'failed', 'success_rate', 'talk_seconds'] as const;
const OUTCOMES = OUTCOME_NAMES.map((name) => `outcome_${name.replace('-', '_')}`);

interface Line {
  on: string;
  of: Omit<GroupRow, 'outcome' | 'calls' | 'talkSeconds'>;
  outcomes: Record<OutcomeName, number>;
  talkSeconds: number;
  costs: Map<string, number>;
}

/** The whole file, read a day at a time. @throws what `readQuestion` throws. */
export async function exportFigures(parts: Parts, actor: Actor, query: AnalyticsQuery = {}): Promise<{ fileName: string; csv: string }> {
  const question = readQuestion(parts, actor, query);
  const lines: Line[] = [];
  const breath = breathing(parts);
  for (const day of daysOf(question)) {
    if (dayRows(parts, question, day).length > 0) lines.push(...linesOn(parts, question, day));
    await breath.take();
  }
  const units = [...new Set(lines.flatMap(({ costs }) => [...costs.keys()]))].toSorted();
  const head = [...NAMES, ...FIGURES, ...OUTCOMES, ...units.map((unit) => (unit === '' ? 'cost' : `cost_${unit}`))];
  const { from, to } = question;
  return { fileName: `figures-${from}-to-${to}.csv`, csv: BYTE_ORDER_MARK + csvRows([head, ...lines.map((line) => toCells(line, units))]) };
}

function linesOn({ data }: Parts, question: Question, day: Day): Line[] {
  const filter = filterOf(question, day);
  const lines = new Map<string, Line>();
  const lineOf = (row: GroupRow | GroupCostRow): Line => {
    const { userName, campaignId, campaignName, agentName, practice } = row;
    const of = { userName, campaignId, campaignName, agentName, practice };
    const key = JSON.stringify(of);
    let line = lines.get(key);
    if (!line) lines.set(key, (line = { on: day.on, of, outcomes: noOutcomes(), talkSeconds: 0, costs: new Map() }));
    return line;
  };
  for (const row of data.figures.groups(question.scope, filter)) {
    if (row.outcome === 'not-placed') continue;
    const line = lineOf(row);
    line.outcomes[row.outcome] += row.calls;
    line.talkSeconds += row.talkSeconds;
  }
  for (const row of data.figures.groupCosts(question.scope, filter)) {
    const { costs } = lineOf(row);
    costs.set(row.unit, (costs.get(row.unit) ?? 0) + row.cost);
  }
  return [...lines.values()];
}

const noOutcomes = () => Object.fromEntries(OUTCOME_NAMES.map((name) => [name, 0])) as Record<OutcomeName, number>;

function toCells({ on, of, outcomes, talkSeconds, costs }: Line, units: readonly string[]): string[] {
  const calls = OUTCOME_NAMES.reduce((sum, name) => sum + outcomes[name], 0);
  const completed = calls - outcomes.cancelled;
  const successful = outcomes.completed;
  return [
    on,
    of.userName,
    of.campaignName,
    of.agentName,
    of.practice ? 'yes' : 'no',
    ...[calls, completed, successful, completed - successful].map(String),
    successRate(successful, completed).toFixed(4),
    String(talkSeconds),
    ...OUTCOME_NAMES.map((name) => String(outcomes[name])),
    ...units.map((unit) => String(costs.get(unit) ?? 0)),
  ];
}
