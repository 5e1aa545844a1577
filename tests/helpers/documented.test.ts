/** The check that every answer of the suite goes through sees what is not as documented. */
import { describe, expect, it } from 'vitest';
import { faultOf, type Told } from './documented.ts';

const user = {
  id: 'user_1',
  email: 'ada@example.com',
  name: 'Ada',
  role: 'admin',
  concurrentCallsLimit: 2,
  active: true,
  createdAt: '2026-03-02T09:00:00.000Z',
};
const me: Told = {
  method: 'GET',
  path: '/me?a=b',
  status: 200,
  contentType: 'application/json; charset=utf-8',
  body: { success: true, user },
};
const refused = { success: false, error: { code: 'not_found', message: 'There is no such campaign.', details: [] } };

describe('the check of answers', () => {
  it('lets pass what is as documented', async () => {
    expect(await faultOf(me)).toBeNull();
    expect(await faultOf({ ...me, status: 401, body: refused })).toBeNull();
    expect(await faultOf({ ...me, method: 'GET', path: '/nowhere', status: 404, body: refused })).toBeNull();
  });

  it.each<[what: string, change: Partial<Told>, fault: RegExp]>([
    ['a field that is missing', { body: { success: true } }, /required property 'user'/],
    ['a field more, deep inside', { body: { success: true, user: { ...user, passwordHash: 'x' } } }, /additional properties/],
    ['a field more, on top', { body: { success: true, user, more: 1 } }, /additional properties/],
    ['a field of another kind', { body: { success: true, user: { ...user, createdAt: 'yesterday' } } }, /date-time/],
    ['the mark of success missing', { body: { user } }, /success/],
    ['a status that is not told', { status: 409, body: refused }, /statuses are 200, 400, 401/],
    ['another media type', { contentType: 'text/html' }, /not as "text\/html"/],
    ['a refusal of another shape', { status: 401, body: { error: 'no' } }, /success/],
    ['an answer of no operation', { path: '/nowhere' }, /no such operation/],
  ])('sees %s', async (_what, change, fault) => {
    expect(await faultOf({ ...me, ...change })).toMatch(fault);
  });
});
