/**
 * Which notifications what has changed makes. Pure: what was seen before, what is seen now, and out of both the news. What is seen
 * for the first time is no news: it was so before anybody looked.
 */
import type { Connections } from '../../../shared/contract/live.ts';
import type { Notice } from '../../../shared/contract/notices.ts';
import type { NewsKind } from '../../../shared/domain/desktop-settings.ts';
import type { CampaignState } from '../../../shared/domain/states.ts';
import { countOf, placeOf, whenInWords } from '../../../shared/domain/time-words.ts';

export interface News {
  kind: NewsKind;
  title: string;
  body: string;
  /** The screen it speaks of. */
  address: string;
  /** What comes later about the same thing takes its place while both wait. */
  about: string;
}

/** A campaign of the person's own, as far as news are made of it. */
export interface SeenCampaign {
  id: string;
  name: string;
  status: CampaignState;
  /** UTC milliseconds. */
  completedAt: number | null;
  successful: number;
  total: number;
}

export interface SeenImport {
  id: string;
  fileName: string;
  campaignId: string | null;
  state: string;
  imported: number;
  known: number;
  refused: number;
}

export interface Seen {
  campaigns: readonly SeenCampaign[];
  imports: readonly SeenImport[];
  /** Whole. */
  notices: readonly Pick<Notice, 'id' | 'code' | 'campaignId' | 'sentence'>[];
  connections: Connections;
}

/** What was seen until now; grows with each look. */
export class Memory {
  /** When one began to look, UTC milliseconds. */
  readonly since: number;
  readonly campaigns = new Map<string, CampaignState>();
  readonly imports = new Map<string, string>();
  readonly notices = new Set<string>();
  connections: Connections | null = null;

  constructor(since: number) {
    this.since = since;
  }
}

/** Notices that say that a campaign stands still, and why. */
const STANDS_STILL: ReadonlySet<string> = new Set(['campaign-paused-by-fault', 'time-zone-unknown', 'end-date-passed']);

/** The news in what is seen now; `memory` has seen it from then on. */
export function newsOf(memory: Memory, seen: Partial<Seen>): News[] {
  const isFirst = memory.connections === null;
  const news = [
    ...(seen.campaigns ?? []).flatMap((campaign) => ofCampaign(memory.campaigns.get(campaign.id), memory.since, campaign)),
    ...(seen.imports ?? []).flatMap((file) => ofImport(memory.imports.get(file.id) ?? (isFirst ? file.state : null), file)),
    ...(isFirst ? [] : (seen.notices ?? []).filter(({ id }) => !memory.notices.has(id)).flatMap(ofNotice)),
    ...(seen.connections && memory.connections ? ofConnections(memory.connections, seen.connections) : []),
  ];
  for (const { id, status } of seen.campaigns ?? []) memory.campaigns.set(id, status);
  for (const { id, state } of seen.imports ?? []) memory.imports.set(id, state);
  for (const { id } of seen.notices ?? []) memory.notices.add(id);
  memory.connections = seen.connections ?? memory.connections;
  return news;
}

/** @param before undefined where it was never seen: it may have begun and ended between two looks. */
function ofCampaign(before: CampaignState | undefined, since: number, campaign: SeenCampaign): News[] {
  const { id, name, status, completedAt, successful, total } = campaign;
  if (before === status || status !== 'completed') return [];
  if (before === undefined && (completedAt ?? 0) < since) return [];
  const body = `${countOf(successful, 'call')} of ${countOf(total, 'person', 'people')} went well.`;
  return [{ kind: 'completed', title: `“${name}” is completed`, body, address: `/campaign/${id}`, about: `campaign ${id}` }];
}

function ofNotice({ code, campaignId, sentence }: Seen['notices'][number]): News[] {
  if (!STANDS_STILL.has(code)) return [];
  const title = code === 'campaign-paused-by-fault' ? 'A campaign was paused' : 'A campaign stands still';
  const address = campaignId === null ? '/campaigns/active' : `/campaign/${campaignId}`;
  return [{ kind: 'paused', title, body: sentence, address, about: `pause ${campaignId}` }];
}

/** @param before null for a file that came and was done within one look. */
function ofImport(before: string | null, { id, fileName, campaignId, state, imported, known, refused }: SeenImport): News[] {
  if (before === state || (state !== 'finished' && state !== 'failed')) return [];
  const address = campaignId === null ? '/contacts' : `/campaign/${campaignId}`;
  const about = `import ${id}`;
  if (state === 'failed') {
    return [{ kind: 'imported', title: `“${fileName}” could not be imported`, body: 'Nothing of it was kept.', address, about }];
  }
  const rest = refused === 0 ? '' : ` ${countOf(refused, 'row')} left out.`;
  const body = `${countOf(imported + known, 'person', 'people')} taken in.${rest}`;
  return [{ kind: 'imported', title: `“${fileName}” is imported`, body, address, about }];
}

const LAMPS = [
  ['telephony', 'Telephony', '/settings/telephony'],
  ['tunnel', 'The webhook tunnel', '/settings/tunnel'],
] as const;

function ofConnections(before: Connections, now: Connections): News[] {
  return LAMPS.flatMap(([lamp, name, address]) => {
    const [was, is] = [before[lamp].state === 'trouble', now[lamp].state === 'trouble'];
    if (was === is || now[lamp].state === 'connecting') return [];
    const title = is ? `${name} is down` : `${name} is back`;
    return [{ kind: 'connection' as const, title, body: now[lamp].sentence, address, about: lamp }];
  });
}

/** A callback that is coming up; `at` and `now` in UTC ms. */
export function ofCallback(
  callback: { itemId: number; campaignId: string; campaignName: string; contactName: string | null; at: number },
  now: number,
  timeZone: string,
): News {
  return {
    kind: 'callback',
    title: `Callback at ${whenInWords(callback.at, now, timeZone)}`,
    body: `${callback.contactName || 'Somebody without a name'}, in “${callback.campaignName}”. Time of ${placeOf(timeZone)}.`,
    address: `/campaign/${callback.campaignId}`,
    about: `callback ${callback.itemId} ${callback.at}`,
  };
}

const MOST_LINES = 4;

/** Where several of a kind are found, which speak of different screens. */
const TOGETHER: Readonly<Record<NewsKind, string>> = {
  completed: '/campaigns/completed',
  // Paused ones are among them.
  paused: '/campaigns/active',
  connection: '/settings/telephony',
  imported: '/campaigns/active',
  callback: '/queue',
};

/** Several at once become one; of two about the same thing the later one stays. Null for none. */
export function merged(news: readonly News[]): Pick<News, 'title' | 'body' | 'address'> | null {
  const latest = [...new Map(news.map((one) => [one.about, one])).values()];
  const [first] = latest;
  if (!first) return null;
  if (latest.length === 1) return first;
  const more = latest.length - MOST_LINES;
  const lines = latest.slice(0, MOST_LINES).map(({ title }) => title);
  return {
    title: `${latest.length} things happened`,
    body: [...lines, ...(more > 0 ? [`and ${more} more`] : [])].join('\n'),
    address: addressOf(latest, first),
  };
}

function addressOf(news: readonly News[], first: News): string {
  if (news.every(({ address }) => address === first.address)) return first.address;
  return news.every(({ kind }) => kind === first.kind) ? TOGETHER[first.kind] : '/campaigns/active';
}
