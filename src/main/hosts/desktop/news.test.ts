import { describe, expect, it } from 'vitest';
import type { CampaignState } from '../../../shared/domain/states.ts';
import { Memory, merged, type News, newsOf, ofCallback, type Seen } from './news.ts';

const WORKS: Seen['connections'] = { telephony: { state: 'works', sentence: 'Fine.' }, tunnel: { state: 'works', sentence: 'Up.' } };
const trouble = (lamp: 'telephony' | 'tunnel'): Seen['connections'] => ({ ...WORKS, [lamp]: { state: 'trouble', sentence: 'No answer.' } });
const SINCE = 1_000;
const campaign = (status: CampaignState, completedAt = SINCE - 1) => ({
  id: 'c1',
  name: 'Spring',
  status,
  completedAt,
  successful: 7,
  total: 9,
});
const file = (state: string, refused = 0) => ({
  id: 'i1',
  fileName: 'people.csv',
  campaignId: 'c1',
  state,
  imported: 3,
  known: 1,
  refused,
});
const paused = { id: 'n1', code: 'campaign-paused-by-fault', campaignId: 'c1', sentence: 'Ringmaster paused “Spring”. The key is wrong.' };

const whole = (seen: Partial<Seen>): Seen => ({ campaigns: [], imports: [], notices: [], connections: WORKS, ...seen });

/** The news of one thing after another, the first of which was there when one began to look. */
function told(...looks: Partial<Seen>[]): News[] {
  const memory = new Memory(SINCE);
  const [first = {}, ...rest] = looks;
  expect(newsOf(memory, whole(first))).toEqual([]);
  return rest.flatMap((seen) => newsOf(memory, seen));
}
const titles = (...looks: Partial<Seen>[]) => told(...looks).map(({ title }) => title);

describe('newsOf', () => {
  it('tells once that a campaign is completed, and where', () => {
    const [news, ...more] = told(
      { campaigns: [campaign('active')] },
      { campaigns: [campaign('completed')] },
      { campaigns: [campaign('completed')] },
    );
    expect(news).toMatchObject({
      kind: 'completed',
      title: '“Spring” is completed',
      body: '7 calls of 9 people went well.',
      address: '/campaign/c1',
    });
    expect(more).toEqual([]);
  });

  it.each([
    ['active', 'paused'],
    ['active', 'cancelled'],
    ['scheduled', 'active'],
    ['completed', 'active'],
  ] as const)('tells nothing of what a person did: %s → %s', (from, to) => {
    expect(titles({ campaigns: [campaign(from)] }, { campaigns: [campaign(to)] })).toEqual([]);
  });

  it('tells nothing of what was so before it looked', () => {
    expect(titles({ imports: [file('finished')] }, { campaigns: [campaign('completed')], imports: [file('finished')] })).toEqual([]);
    expect(titles({ notices: [paused] }, { notices: [paused] })).toEqual([]);
  });

  it('tells that a campaign was paused by itself and why', () => {
    const [news] = told({}, { notices: [paused] });
    expect(news).toMatchObject({ kind: 'paused', title: 'A campaign was paused', body: paused.sentence, address: '/campaign/c1' });
    expect(titles({}, { notices: [{ ...paused, code: 'backup-failed' }] })).toEqual([]);
  });

  it.each([
    ['telephony', 'Telephony is down', 'Telephony is back'],
    ['tunnel', 'The webhook tunnel is down', 'The webhook tunnel is back'],
  ] as const)('tells that the %s is down, once, and back', (lamp, down, back) => {
    const looks = [trouble(lamp), trouble(lamp), WORKS].map((connections) => ({ connections }));
    expect(titles({}, ...looks)).toEqual([down, back]);
    expect(told({}, ...looks)[0]).toMatchObject({ body: 'No answer.', address: `/settings/${lamp}` });
  });

  it('waits with “back” until the tunnel is up', () => {
    const connecting: Seen['connections'] = { ...WORKS, tunnel: { state: 'connecting', sentence: 'Opening.' } };
    expect(titles({}, { connections: trouble('tunnel') }, { connections: connecting })).toEqual(['The webhook tunnel is down']);
  });

  it.each([
    ['finished', 0, '“people.csv” is imported', '4 people taken in.'],
    ['finished', 2, '“people.csv” is imported', '4 people taken in. 2 rows left out.'],
    ['failed', 0, '“people.csv” could not be imported', 'Nothing of it was kept.'],
  ])('tells that an import is %s', (state, refused, title, body) => {
    expect(told({ imports: [file('writing')] }, { imports: [file(state, refused)] })).toMatchObject([{ kind: 'imported', title, body }]);
  });

  it('tells of a campaign that began and ended between two looks', () => {
    expect(titles({}, { campaigns: [campaign('completed', SINCE)] })).toEqual(['“Spring” is completed']);
  });

  it('tells of a file that was done before anybody looked at it', () => {
    expect(titles({}, { imports: [file('finished')] })).toEqual(['“people.csv” is imported']);
  });
});

describe('ofCallback', () => {
  it('tells when and whom, by the clock of the computer', () => {
    const at = Date.UTC(2026, 2, 2, 12, 5);
    const callback = { itemId: 7, campaignId: 'c1', campaignName: 'Spring', contactName: 'Ada Lovelace', at };
    expect(ofCallback(callback, at - 300_000, 'Europe/Berlin')).toMatchObject({
      title: 'Callback at 13:05',
      body: 'Ada Lovelace, in “Spring”. Time of Berlin.',
      address: '/campaign/c1',
    });
  });
});

describe('merged', () => {
  const news = (about: string, address = `/campaign/${about}`): News => ({
    kind: 'completed',
    title: `${about} done`,
    body: '',
    address,
    about,
  });

  it('makes one of several, and leaves one as it is', () => {
    expect(merged([])).toBe(null);
    expect(merged([news('a')])).toMatchObject({ title: 'a done', address: '/campaign/a' });
    expect(merged([news('a'), news('b')])).toEqual({ title: '2 things happened', body: 'a done\nb done', address: '/campaigns/completed' });
    expect(merged(['a', 'b', 'c', 'd', 'e', 'f'].map((about) => news(about, '/live')))).toEqual({
      title: '6 things happened',
      body: 'a done\nb done\nc done\nd done\nand 2 more',
      address: '/live',
    });
  });

  it.each([
    [['completed', 'completed'], '/campaigns/completed'],
    [['callback', 'callback'], '/queue'],
    [['connection', 'connection'], '/settings/telephony'],
    [['paused', 'paused'], '/campaigns/active'],
    [['completed', 'callback'], '/campaigns/active'],
  ] as const)('leads from %j to where they are found together', (kinds, address) => {
    expect(merged(kinds.map((kind, at) => ({ ...news(String(at)), kind })))).toMatchObject({ address });
  });

  it('keeps the later of two about the same thing', () => {
    expect(merged([news('a'), { ...news('a'), title: 'a is back' }])).toMatchObject({ title: 'a is back' });
  });
});
