/** Every list of the REST interface, by filter and order, as an admin asks for it and as whoever has half of everything. */
import { LARGE_CAMPAIGN } from './world.ts';

export interface AskedList {
  name: string;
  as: 'admin' | 'owner';
  /** Behind /api; what has a query is asked in pages. */
  path: string;
}

const both = (name: string, path: string): AskedList[] => [
  { name: `${name} (admin)`, as: 'admin', path },
  { name, as: 'owner', path },
];
const sorts = (name: string, path: string, by: readonly string[]) =>
  by.flatMap((sortBy) =>
    ['asc', 'desc'].map(
      (dir): AskedList => ({ name: `${name} by ${sortBy} ${dir}`, as: 'admin', path: `${path}sortBy=${sortBy}&sortDir=${dir}` }),
    ),
  );
const searches = (name: string, path: string, words: readonly string[]) =>
  words.flatMap((word) => both(`${name}, “${word}”`, `${path}search=${encodeURIComponent(word)}`));

/** Names that many bear and few, parts of them, accents, numbers, and what is not there. */
const WORDS = ['kow', 'ada xu', 'zoe', '15000077', 'person 77', 'zzz'];
const ITEM_SORTS = ['nextAttemptTime', 'priority', 'name', 'attemptCount', 'lastAttemptTime', 'createdAt', 'updatedAt', 'id'];

export const LISTS: readonly AskedList[] = [
  ...both('call queue', '/call-queue?'),
  ...both('call queue, pending', '/call-queue?status=pending'),
  ...both('call queue, canceled', '/call-queue?status=canceled'),
  ...both('call queue of a campaign', `/call-queue?campaignId=${LARGE_CAMPAIGN}`),
  ...both('call queue of a contact', '/call-queue?contactId=77'),
  ...sorts('call queue', '/call-queue?', ITEM_SORTS),
  ...searches('call queue', '/call-queue?', WORDS),
  ...both('queue', '/queue?'),
  ...both('queue, callbacks', '/queue?callbacks=true'),
  ...both('queue, failed', '/queue?status=failed'),
  ...sorts('queue', '/queue?', ['scheduledFor', 'priority', 'name', 'attemptCount', 'updatedAt']),
  ...searches('queue', '/queue?', WORDS),
  ...both('queue of a campaign', `/campaigns/${LARGE_CAMPAIGN}/queue?`),
  ...both('queue of a campaign, completed', `/campaigns/${LARGE_CAMPAIGN}/queue?status=completed`),
  ...sorts('queue of a campaign', `/campaigns/${LARGE_CAMPAIGN}/queue?`, ['scheduledFor', 'name']),
  { name: 'contacts', as: 'owner', path: '/contacts?' },
  ...['name', 'phoneNumber', 'company', 'updatedAt'].map(
    (by): AskedList => ({ name: `contacts by ${by}`, as: 'owner', path: `/contacts?sortBy=${by}` }),
  ),
  ...WORDS.map((word): AskedList => ({ name: `contacts, “${word}”`, as: 'owner', path: `/contacts?search=${encodeURIComponent(word)}` })),
  ...both('campaigns', '/campaigns?'),
  ...both('campaigns by name', '/campaigns?sortBy=name'),
  ...both('campaigns, “gn 4”', '/campaigns?search=gn%204'),
  ...both('calls', '/calls?'),
  ...both('calls of a campaign', `/calls?campaignId=${LARGE_CAMPAIGN}`),
  ...both('calls, busy', '/calls?status=busy'),
  ...both('calls up', '/calls?status=in-progress'),
  ...both('calls that count as no answer', '/calls?outcome=no-answer&counted=true'),
  ...both('calls of a contact', '/calls?contactId=77'),
  ...both('deliveries', '/deliveries?'),
  { name: 'do not call', as: 'admin', path: '/do-not-call?' },
  { name: 'do not call, “700000”', as: 'admin', path: '/do-not-call?search=700000' },
  { name: 'do not call, “zzz”', as: 'admin', path: '/do-not-call?search=zzz' },
  { name: 'users', as: 'admin', path: '/users' },
  ...both('agents', '/agents'),
  ...both('notices', '/notices'),
  ...both('calls behind the figures', '/analytics/calls?days=30'),
  ...both('calls behind the figures, busy', '/analytics/calls?days=30&outcome=busy'),
];
