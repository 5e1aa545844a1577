import type { QueueItem } from '../data/item-store.ts';
import type { Parts } from '../parts.ts';

export interface HistoryLine {
  at: number;
  action: string;
  details: string;
  reason: string | null;
  /** A person's name, or `ringmaster`. */
  by: string;
}

/** What happened to an item, oldest first. Its creation is told by the item itself. Ask for the item within a scope before. */
export function historyOf({ data }: Parts, item: QueueItem): HistoryLine[] {
  const lines = data.items.historyOf(item.id);
  const created = { at: item.createdAt, action: 'created', details: 'Added to queue', reason: null, by: item.userId };
  const names = data.campaigns.userNames([created.by, ...lines.map(({ by }) => by)]);
  return [created, ...lines].map(({ at, action, details, reason, by }) => ({ at, action, details, reason, by: names.get(by) ?? by }));
}
