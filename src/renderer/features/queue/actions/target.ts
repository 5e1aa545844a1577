/** Whom something is done to: one person of the queue or many, known as far as the screen has read them. Pure. */
import type { QueueItem } from '../../../../shared/contract/queue.ts';
import { formatPhoneNumber } from '../../../../shared/domain/phone-number.ts';
import { viewerZone } from '../../../lib/format.ts';
import { whoWords } from '../../../words/queue-actions.ts';

export interface Target {
  ids: readonly number[];
  /** Those of them that the screen has read. */
  known: readonly QueueItem[];
  /** In which a time is asked for and told: theirs where they share one, else the viewer's. */
  timeZone: string;
}

export const nameOf = ({ contact }: Pick<QueueItem, 'contact'>): string => contact.name || formatPhoneNumber(contact.phoneNumber);

export const targetOf = (ids: readonly number[], known: readonly QueueItem[]): Target => ({ ids, known, timeZone: zoneOf(ids, known) });

export const oneTarget = (item: QueueItem): Target => targetOf([item.id], [item]);

/** What one is called; null of many. */
export function soleName({ ids, known: [first] }: Target): string | null {
  return ids.length === 1 && first !== undefined ? nameOf(first) : null;
}

/** `Ada Lovelace`, `3 people`. */
export const whoOf = (target: Target): string => soleName(target) ?? whoWords(target.ids.length);

function zoneOf(ids: readonly number[], known: readonly QueueItem[]): string {
  const zones = new Set(known.map(({ timeZone }) => timeZone));
  const [zone] = zones;
  return zones.size === 1 && known.length === ids.length && zone !== undefined ? zone : viewerZone();
}
