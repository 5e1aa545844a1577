/**
 * Gathers what the person who is signed in is to be told: follows the live stream as they would, asks about callbacks, and hands on
 * what their switches and quiet hours let through, several at once as one. Shows nothing itself.
 */
import type { Connections } from '../../../shared/contract/live.ts';
import { isQuiet } from '../../../shared/domain/desktop-settings.ts';
import { localTimeOf, MINUTE_MS } from '../../../shared/domain/calendar.ts';
import { campaignSummaries } from '../../campaigns/summary.ts';
import { ownScope } from '../../data/scope.ts';
import type { Engine } from '../../engine.ts';
import { callbacksAhead } from '../../live/glance.ts';
import type { Actor } from '../../parts.ts';
import { readConnections } from '../../settings/connections.ts';
import { desktopNotices } from '../../settings/desktop.ts';
import { listNotices } from '../../settings/notices.ts';
import { Memory, merged, type News, newsOf, ofCallback, type Seen, type SeenCampaign, type SeenImport } from './news.ts';
import type { WhoIsHere } from './who-is-here.ts';

/** What comes within this time becomes one notification. */
const GATHER_MS = 1_500;
const CALLBACK_AHEAD_MS = 5 * MINUTE_MS;
/** How often callbacks are asked about. */
const LOOK_MS = 15_000;

export type Show = (news: { title: string; body: string; address: string }) => void;

export class NewsDesk {
  private readonly engine: Engine;
  private readonly who: WhoIsHere;
  private readonly show: Show;
  private readonly timeZone: string;
  private following: AbortController | null = null;
  private waiting: News[] = [];
  private cancelGather: (() => void) | null = null;
  private cancelLook: (() => void) | null = null;

  constructor(engine: Engine, who: WhoIsHere, timeZone: string, show: Show) {
    this.engine = engine;
    this.who = who;
    this.timeZone = timeZone;
    this.show = show;
    who.onChange(() => this.begin());
    this.begin();
  }

  stop(): void {
    this.following?.abort();
    this.cancelGather?.();
    this.cancelLook?.();
    this.waiting = [];
  }

  /** For whoever is here from now on; what was waiting for somebody else is not told. */
  private begin(): void {
    this.stop();
    const { actor } = this.who;
    if (!actor) return;
    const stop = new AbortController();
    this.following = stop;
    void this.follow(actor, stop.signal);
    this.lookForCallbacks(actor, new Map());
  }

  private async follow(actor: Actor, signal: AbortSignal): Promise<void> {
    const { live } = this.engine.context;
    const { parts } = this.engine;
    const memory = new Memory(parts.clock.now());
    try {
      for await (const batch of live.listen({ actor, isStillGood: () => this.who.isStillGood(), signal })) {
        const isSnapshot = batch.kind === 'snapshot';
        // After a gap, also those that ran before and are no longer among those that run.
        const missed = isSnapshot
          ? [...memory.campaigns.keys()].filter((id) => !batch.campaigns.some(({ campaign }) => campaign.id === id))
          : [];
        const campaigns = [...batch.campaigns, ...campaignSummaries(parts, ownScope(actor), missed)];
        this.tell(
          actor,
          newsOf(memory, {
            campaigns: campaigns.filter(({ campaign }) => campaign.userId === actor.userId).map(seenCampaign),
            imports: this.importsOf(actor, [...batch.imports.map(({ id }) => id), ...(isSnapshot ? memory.imports.keys() : [])]),
            connections: readConnections(parts) satisfies Connections,
            ...(batch.notices ? { notices: isSnapshot ? batch.notices : listNotices(parts, actor) } : {}),
          } satisfies Partial<Seen>),
        );
      }
    } catch (error) {
      if (!signal.aborted) parts.log.warn({ err: error }, 'notifications end with the session');
    }
  }

  private importsOf(actor: Actor, ids: readonly string[]): SeenImport[] {
    const rows = this.engine.parts.data.live.importsOf(ownScope(actor), ids);
    return rows.map(({ id, fileName, campaignId, state, imported, known, duplicates, invalid }) => ({
      id,
      fileName,
      campaignId,
      state,
      imported,
      known,
      refused: duplicates + invalid,
    }));
  }

  /** @param told when those are that were told already: one that is moved is told again. */
  private lookForCallbacks(actor: Actor, told: Map<string, number>): void {
    const { parts } = this.engine;
    const now = parts.clock.now();
    const ahead = callbacksAhead(parts, actor, now, now + CALLBACK_AHEAD_MS);
    const news = ahead.map((callback) => ofCallback(callback, now, this.timeZone)).filter(({ about }) => !told.has(about));
    this.tell(actor, news);
    for (const [about, at] of told) if (at <= now) told.delete(about);
    for (const { about } of news) told.set(about, now + CALLBACK_AHEAD_MS);
    this.cancelLook = parts.clock.after(LOOK_MS, () => this.lookForCallbacks(actor, told));
  }

  private tell(actor: Actor, news: readonly News[]): void {
    const { parts } = this.engine;
    const { notifications, quietHours } = desktopNotices(parts, actor);
    const [hours, minutes] = localTimeOf(parts.clock.now(), this.timeZone).split(':').map(Number);
    if (isQuiet(quietHours, (hours ?? 0) * 60 + (minutes ?? 0))) return;
    const wanted = news.filter(({ kind }) => notifications[kind]);
    if (wanted.length === 0) return;
    this.waiting.push(...wanted);
    if (this.waiting.length > wanted.length) return;
    this.cancelGather = parts.clock.after(GATHER_MS, () => {
      const one = merged(this.waiting);
      this.waiting = [];
      if (one) this.show(one);
    });
  }
}

const seenCampaign = ({
  campaign,
  counts,
}: {
  campaign: { id: string; name: string; status: SeenCampaign['status']; completedAt: number | null };
  counts: { completed: number; total: number };
}): SeenCampaign => ({
  id: campaign.id,
  name: campaign.name,
  status: campaign.status,
  completedAt: campaign.completedAt,
  successful: counts.completed,
  total: counts.total,
});
