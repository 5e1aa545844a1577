/**
 * A campaign's people and what came of them, as CSV: contact, custom fields, attempts, outcome, duration, summary, extracted data,
 * recording link. Formulas are escaped; the figures are those that the screens show.
 */
import { BYTE_ORDER_MARK, csvRows } from '../../shared/domain/csv-rows.ts';
import type { ExportRow, ItemRange } from '../data/export-store.ts';
import { type Actor, type Scope, scopeOf } from '../data/scope.ts';
import type { Parts } from '../parts.ts';
import { sleep } from '../ports/clock.ts';
import { seenCampaign } from './find.ts';

const PAGE = 500;
const CONTACT = ['phone_number', 'name', 'first_name', 'last_name', 'email', 'company', 'time_zone'] as const;
const RESULT = [
  'status',
  'attempts',
  'outcome',
  'last_call_at',
  'duration_seconds',
  'reason',
  'summary',
  'extracted_data',
  'recording_url',
] as const;

/**
 * The header and then a page of rows at a time, in the order of the list. Lets others run between the pages.
 * @throws AppError `not_found`, before the first chunk.
 */
export function exportCampaign(parts: Parts, actor: Actor, id: string): { fileName: string; chunks: AsyncGenerator<string> } {
  const campaign = seenCampaign(parts, actor, id);
  const safe = campaign.name.replace(/[^\p{L}\p{N} _-]/gu, '').trim() || 'campaign';
  return { fileName: `${safe}.csv`, chunks: chunksOf(parts, scopeOf(actor), id) };
}

async function* chunksOf(parts: Parts, scope: Scope, id: string): AsyncGenerator<string> {
  const range = parts.data.exports.range(id);
  const custom = await customColumns(parts, scope, range);
  const ours = new Set<string>([...CONTACT, ...RESULT]);
  // A custom field that bears the name of a column of ours is told apart by its own.
  yield BYTE_ORDER_MARK + csvRows([[...CONTACT, ...custom.map((name) => (ours.has(name) ? `${name} (custom)` : name)), ...RESULT]]);
  for (let { after } = range; ; ) {
    const page = parts.data.exports.page(scope, { ...range, after }, PAGE);
    const end = page.at(-1);
    if (!end) return;
    yield csvRows(page.map((row) => toCells(row, custom)));
    after = end.itemId;
    await sleep(parts.clock, 0);
  }
}

async function customColumns(parts: Parts, scope: Scope, range: ItemRange): Promise<string[]> {
  const names = new Set<string>();
  for (let { after } = range; ; ) {
    const step = parts.data.exports.fieldNames(scope, { ...range, after }, PAGE);
    for (const name of step.names) names.add(name);
    if (step.last === null) return [...names].toSorted();
    after = step.last;
    await sleep(parts.clock, 0);
  }
}

function toCells(row: ExportRow, custom: readonly string[]): string[] {
  const contact = [row.phone, row.name, row.firstName, row.lastName, row.email ?? '', row.company ?? '', row.timeZone ?? ''];
  const own = JSON.parse(row.fields) as Record<string, string>;
  return [
    ...contact,
    ...custom.map((name) => own[name] ?? ''),
    row.status,
    String(row.attempts),
    row.outcome ?? '',
    row.lastCallAt === null ? '' : new Date(row.lastCallAt).toISOString(),
    row.durationSeconds === null ? '' : String(row.durationSeconds),
    row.reason ?? '',
    row.summary ?? '',
    row.extracted ?? '',
    row.recordingUrl ?? '',
  ];
}
