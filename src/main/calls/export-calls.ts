/** One's own calls as CSV: when, to whom, for which campaign, and what came of it. */
import { BYTE_ORDER_MARK, csvRows } from '../../shared/domain/csv-rows.ts';
import type { ExportedCall } from '../data/export-store.ts';
import { type Actor, ownScope } from '../data/scope.ts';
import type { Parts } from '../parts.ts';
import { sleep } from '../ports/clock.ts';

const PAGE = 500;

const COLUMNS: readonly (readonly [name: string, value: (call: ExportedCall) => string | number | null])[] = [
  ['called_at', ({ claimedAt }) => new Date(claimedAt).toISOString()],
  ['campaign', ({ campaignName }) => campaignName],
  ['agent', ({ agentName }) => agentName],
  ['provider', ({ provider }) => provider],
  ['practice', ({ practice }) => (practice ? 'yes' : 'no')],
  ['phone_number', ({ phone }) => phone],
  ['name', ({ contactName }) => contactName],
  ['attempt', ({ attempt }) => attempt],
  ['outcome', ({ status }) => status],
  ['duration_seconds', ({ durationSeconds }) => durationSeconds],
  ['cost', ({ cost }) => cost],
  ['cost_unit', ({ costUnit }) => costUnit],
  ['hung_up_by', ({ hungUpBy }) => hungUpBy],
  ['reason', ({ reason }) => reason],
  ['summary', ({ summary }) => summary],
  ['extracted_data', ({ extracted }) => extracted],
  ['recording_url', ({ recordingUrl }) => recordingUrl],
  ['transcript', ({ transcript }) => transcript],
];

/** The header and then a page of calls at a time, the oldest first. Lets others run between the pages. */
export async function* exportCalls(parts: Parts, actor: Actor): AsyncGenerator<string> {
  const scope = ownScope(actor);
  yield BYTE_ORDER_MARK + csvRows([COLUMNS.map(([name]) => name)]);
  for (let after: ExportedCall | null = null; ; ) {
    const page: ExportedCall[] = parts.data.exports.callsAfter(scope, after, PAGE);
    const last = page.at(-1);
    if (!last) return;
    yield csvRows(page.map((call) => COLUMNS.map(([, value]) => String(value(call) ?? ''))));
    after = last;
    await sleep(parts.clock, 0);
  }
}
