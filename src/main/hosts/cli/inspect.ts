/**
 * npm run inspect -- DIR [--all]: what is up, what is due, and for each waiting item why it is not being called now. Looks at the
 * data beside a running program and changes nothing. Without --all at most twenty items a campaign.
 */
import { formatPhoneNumber } from '../../../shared/domain/phone-number.ts';
import type { CampaignSummary } from '../../campaigns/summary.ts';
import { campaignSummaries } from '../../campaigns/summary.ts';
import { isInUse, openToRead } from '../../data/open-to-read.ts';
import { type Actor, everyone } from '../../data/scope.ts';
import { openStores } from '../../data/stores.ts';
import type { Parts } from '../../parts.ts';
import { systemClock } from '../../ports/clock.ts';
import { Health } from '../../ports/health.ts';
import { noMetrics } from '../../ports/metrics.ts';
import { noSignal, silentLogger } from '../../ports/host.ts';
import { systemIds } from '../../ports/ids.ts';
import { noRecordings } from '../../ports/recordings.ts';
import { noTunnel } from '../../ports/tunnel.ts';
import { type QueueEntry, readCampaignQueue } from '../../queue/read-queue.ts';
import { systemLimit } from '../../settings/concurrency.ts';
import { dataDirOf } from '../data-dir.ts';
import { command, print } from './command.ts';

const SHOWN = 20;
const PAGE = 200;
/** Whoever reads the file sees everything in it. */
const READER: Actor = { userId: '', role: 'admin' };

function partsToRead(data: Parts['data']): Parts {
  const secrets = { seal: (plain: string) => plain, open: (sealed: string) => sealed };
  return {
    data,
    clock: systemClock,
    ids: systemIds,
    log: silentLogger,
    secrets,
    signal: noSignal,
    providers: {},
    recordings: noRecordings,
    tunnel: noTunnel,
    health: new Health(),
    metrics: noMetrics,
  };
}

const timeOf = (at: number | null) => (at === null ? 'never' : new Date(at).toISOString().replace(/\.\d+Z$/, 'Z'));

function showUp(parts: Parts): void {
  const up = parts.data.calls.up(everyone);
  print(`\nUp: ${up.length} of ${systemLimit(parts)}`);
  for (const call of up) {
    const ambiguous = call.ambiguous ? ' · its dial was never answered' : '';
    print(
      `  ${call.id}  ${formatPhoneNumber(call.phone)}  ${call.status} since ${timeOf(call.claimedAt)} · looked at ${timeOf(call.checkAt)}${ambiguous}`,
    );
  }
}

async function showCampaign(
  parts: Parts,
  { campaign, counts, whyNoCalls, nextCallAt, owner }: CampaignSummary,
  all: boolean,
): Promise<void> {
  const { data, clock } = parts;
  const dueAt = data.queue.nextDueAt(campaign.id, clock.now());
  print(`\n${campaign.name} (${campaign.id}, ${owner.name}) · ${campaign.status}`);
  print(
    `  ${counts.queued} waiting, ${counts.processing} being called, ${counts.completed + counts.failed} called, ${counts.total} in all`,
  );
  print(
    `  due ${dueAt === null ? 'nothing' : timeOf(dueAt)} · next call ${timeOf(nextCallAt)}${campaign.carry ? ` · carrying through: ${campaign.carry}` : ''}`,
  );
  if (whyNoCalls) print(`  Why no calls: ${whyNoCalls.sentence}`);
  let shown = 0;
  for await (const { row, position, waiting } of waitingItems(parts, campaign.id)) {
    if (!all && shown === SHOWN) return print(`  … and ${counts.queued - shown} more (--all shows them)`);
    const name = row.contact.name === '' ? '(no name)' : row.contact.name;
    const why = waiting?.waitingFor.sentence ?? 'Being looked at.';
    print(`  ${String(position ?? '–').padStart(6)}  ${formatPhoneNumber(row.contact.phone)}  ${name} · ${why}`);
    shown += 1;
  }
}

async function* waitingItems(parts: Parts, campaignId: string): AsyncGenerator<QueueEntry> {
  for (let page = 1; ; page += 1) {
    const query = { campaignId, statuses: ['queued'] as const, sortBy: 'line' as const, sortDir: 'asc' as const, page, limit: PAGE };
    const { entries } = await readCampaignQueue(parts, READER, query);
    yield* entries;
    if (entries.length < PAGE) return;
  }
}

await command(async ({ dataDir: given, rest: [named], all }) => {
  const dataDir = named === undefined ? given : dataDirOf(named);
  const opened = openToRead(dataDir);
  try {
    const parts = partsToRead(openStores(opened.database));
    print(`${dataDir} · ${isInUse(dataDir) ? 'a Ringmaster has it open' : 'no Ringmaster runs on it, so nothing is called'}`);
    showUp(parts);
    const waiting = parts.data.campaigns.inStates(everyone, ['scheduled', 'active', 'paused', 'draft']);
    const summaries = campaignSummaries(
      parts,
      everyone,
      waiting.map(({ id }) => id),
    );
    for (const summary of summaries) await showCampaign(parts, summary, all);
  } finally {
    opened.close();
  }
});
