/** Accounts over real HTTP: first run, signing in and out, new passwords, users, and the way back in. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { resetAdmin } from '../../src/main/accounts/change-password.ts';
import { createAdminFromEnvironment } from '../../src/main/accounts/first-admin.ts';
import { PASSWORD, type Person, type Rest, startEngine, type TestEngine } from '../helpers/engine.ts';

let test: TestEngine;
let rest: Rest;
beforeEach(async () => {
  test = await startEngine();
  rest = await test.serve();
});
afterEach(() => test.stop());

const FIRST = { email: 'ada@example.com', name: 'Ada', password: 'a long password' };
const HOUR = 3_600_000;
const bearer = (token: string): Person => ({ actor: { userId: '', role: 'admin' }, email: '', authorization: `Bearer ${token}` });
const codeOf = (answer: { body: { error?: { code: string } } }) => answer.body.error?.code;

async function login(email: string, password: string): Promise<Person> {
  const answer = await rest.ask('POST', '/auth/login', { email, password });
  expect(answer.status).toBe(200);
  return bearer(answer.body.token);
}

describe('the first run', () => {
  it('makes whoever is there first the admin, shows the recovery code once, and happens once', async () => {
    expect((await rest.ask('GET', '/auth/state')).body).toEqual({ success: true, firstRun: true });
    const made = await rest.ask('POST', '/auth/first-admin', FIRST);
    expect(made).toMatchObject({ status: 201, body: { success: true, user: { email: FIRST.email, role: 'admin', active: true } } });
    expect(made.body.recoveryCode).toMatch(/^([0-9A-Z]{5}-){3}[0-9A-Z]{5}$/);
    expect((await rest.ask('GET', '/me', undefined, bearer(made.body.token))).body.user.name).toBe('Ada');
    expect((await rest.ask('GET', '/auth/state')).body.firstRun).toBe(false);
    const again = await rest.ask('POST', '/auth/first-admin', { ...FIRST, email: 'eve@example.com' });
    expect([again.status, codeOf(again)]).toEqual([409, 'not_first_run']);
  });

  it('creates one admin where two ask at once', async () => {
    const both = await Promise.all(
      ['ada@example.com', 'eve@example.com'].map((email) => rest.ask('POST', '/auth/first-admin', { ...FIRST, email })),
    );
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409]);
  });

  it('takes the first admin from the environment, and only where there is no user', async () => {
    const env = (email: string) => ({ RINGMASTER_ADMIN_EMAIL: email, RINGMASTER_ADMIN_PASSWORD: 'pw' });
    expect(await createAdminFromEnvironment(test.parts, env('Env@Example.com'))).toBe(true);
    expect(await createAdminFromEnvironment(test.parts, env('two@example.com'))).toBe(false);
    await login('env@example.com', 'pw');
  });
});

describe('signing in', () => {
  it('answers the same to a wrong password and to an e-mail that nobody has', async () => {
    const ada = await test.person('supervisor');
    const wrong = await rest.ask('POST', '/auth/login', { email: ada.email, password: 'nope' });
    const nobody = await rest.ask('POST', '/auth/login', { email: 'nobody@example.com', password: 'nope' });
    expect([wrong.status, wrong.body]).toEqual([401, nobody.body]);
    expect(codeOf(wrong)).toBe('wrong_password');
  });

  it('makes those who guess wait, longer each time, and nobody else', async () => {
    const ada = await test.person();
    const bob = await test.person();
    const tries = [];
    for (let i = 0; i < 6; i += 1) tries.push((await rest.ask('POST', '/auth/login', { email: ada.email, password: 'nope' })).status);
    expect(tries).toEqual([401, 401, 401, 401, 401, 429]);
    expect(codeOf(await rest.ask('POST', '/auth/login', { email: ada.email, password: PASSWORD }))).toBe('too_many_attempts');
    await login(bob.email, PASSWORD);
    await test.clock.advance(2_000);
    await login(ada.email, PASSWORD);
    await login(ada.email, PASSWORD);
  });

  it('makes an address wait that tries many e-mails, and soon lets it go on', async () => {
    const ada = await test.person();
    const statuses = [];
    for (let i = 0; i < 21; i += 1) {
      const { email } = await test.person();
      statuses.push((await rest.ask('POST', '/auth/login', { email, password: 'nope' })).status);
    }
    expect([statuses.slice(0, 20).every((status) => status === 401), statuses[20]]).toEqual([true, 429]);
    expect(codeOf(await rest.ask('POST', '/auth/sign-in', { email: ada.email, password: PASSWORD }))).toBe('too_many_attempts');
    await test.clock.advance(2_000);
    await login(ada.email, PASSWORD);
  });

  it('lasts 12 hours, or 90 days on a computer that is one’s own', async () => {
    const ada = await test.person();
    const input = { email: ada.email, password: PASSWORD };
    const screen = bearer((await rest.ask('POST', '/auth/sign-in', input)).body.token);
    const kept = bearer((await rest.ask('POST', '/auth/sign-in', { ...input, keep: true })).body.token);
    const script = await login(ada.email, PASSWORD);
    const good = async () => Promise.all([screen, kept, script].map(async (who) => (await rest.ask('GET', '/me', undefined, who)).status));
    test.clock.jump(12 * HOUR - 60_000);
    expect(await good()).toEqual([200, 200, 200]);
    test.clock.jump(60_000);
    expect(await good()).toEqual([401, 200, 401]);
    test.clock.jump(90 * 24 * HOUR);
    expect(await good()).toEqual([401, 401, 401]);
  });

  it('ends with signing out, that session alone', async () => {
    const ada = await test.person();
    const one = await login(ada.email, PASSWORD);
    const two = await login(ada.email, PASSWORD);
    expect((await rest.ask('POST', '/auth/logout', {}, one)).status).toBe(200);
    expect((await rest.ask('GET', '/me', undefined, one)).status).toBe(401);
    expect((await rest.ask('GET', '/me', undefined, two)).status).toBe(200);
  });

  it('takes no token that was changed, signed by another key, or says that it needs no signature', async () => {
    const ada = await test.person();
    const { authorization } = await login(ada.email, PASSWORD);
    const [head = '', claims = '', signature = ''] = authorization.slice('Bearer '.length).split('.');
    const none = Buffer.from(JSON.stringify({ alg: 'none', typ: 'JWT' })).toString('base64url');
    const forged = Buffer.from(JSON.stringify({ ...JSON.parse(Buffer.from(claims, 'base64url').toString()), sub: 'user_other' })).toString(
      'base64url',
    );
    for (const token of [
      `${head}.${forged}.${signature}`,
      `${none}.${claims}.`,
      `${head}.${claims}.${'A'.repeat(43)}`,
      `${head}.${claims}`,
      'x',
      '',
    ]) {
      expect((await rest.ask('GET', '/me', undefined, bearer(token))).status).toBe(401);
    }
  });

  it('holds each request against the user’s row, whatever the session says', async () => {
    const ada = await test.person();
    const script = await login(ada.email, PASSWORD);
    const { users, database } = test.parts.data;
    const statuses = () => Promise.all([ada, script].map(async (who) => (await rest.ask('GET', '/me', undefined, who)).status));
    database.write(() => users.changeTx(ada.actor.userId, { active: false }, 0));
    expect(await statuses()).toEqual([401, 401]);
    database.write(() => users.changeTx(ada.actor.userId, { active: true }, 0));
    expect(await statuses()).toEqual([200, 200]);
    database.write(() => users.raiseTokenVersionTx(ada.actor.userId, 0));
    expect(await statuses()).toEqual([401, 401]);
  });

  it('keeps no token and no password in the file', async () => {
    const ada = await test.person();
    const { authorization } = await login(ada.email, PASSWORD);
    const rows = test.parts.data.database.sqlite.prepare('SELECT token_hash FROM sessions').pluck().all() as string[];
    expect(rows.length).toBe(2);
    for (const row of rows) expect(row).toMatch(/^[0-9a-f]{64}$/);
    expect(authorization).not.toContain(rows[0]);
  });
});

describe('a new password', () => {
  it('ends every other session and token of its owner, and answers a new one', async () => {
    const ada = await test.person();
    const script = await login(ada.email, PASSWORD);
    const refused = await rest.ask('POST', '/me/password', { currentPassword: 'nope', newPassword: 'brand new password' }, script);
    expect([refused.status, codeOf(refused)]).toEqual([400, 'wrong_password']);
    const changed = await rest.ask('POST', '/me/password', { currentPassword: PASSWORD, newPassword: 'brand new password' }, script);
    expect(changed.status).toBe(200);
    expect((await rest.ask('GET', '/me', undefined, ada)).status).toBe(401);
    expect((await rest.ask('GET', '/me', undefined, script)).status).toBe(401);
    expect((await rest.ask('GET', '/me', undefined, bearer(changed.body.token))).status).toBe(200);
    await login(ada.email, 'brand new password');
  });

  it('keeps somebody signed in on their computer who was, and nobody else', async () => {
    const ada = await test.person();
    const changed = async (keep: boolean, currentPassword: string, newPassword: string) => {
      const signedIn = await rest.ask('POST', '/auth/sign-in', { email: ada.email, password: currentPassword, keep });
      const answer = await rest.ask('POST', '/me/password', { currentPassword, newPassword }, bearer(signedIn.body.token));
      return Date.parse(answer.body.expiresAt) - test.clock.now();
    };
    expect(await changed(true, PASSWORD, 'brand new password')).toBe(90 * 24 * HOUR);
    expect(await changed(false, 'brand new password', 'newer than new')).toBe(12 * HOUR);
  });

  it('comes by the recovery code, once, however the code is typed', async () => {
    const made = await rest.ask('POST', '/auth/first-admin', FIRST);
    const code = made.body.recoveryCode.toLowerCase().replaceAll('-', ' ');
    const input = { email: FIRST.email, code, newPassword: 'found it again' };
    expect(codeOf(await rest.ask('POST', '/auth/recover', { ...input, code: 'AAAAA-AAAAA-AAAAA-AAAAA' }))).toBe('wrong_code');
    const back = await rest.ask('POST', '/auth/recover', input);
    expect(back.status).toBe(200);
    expect(back.body.recoveryCode).not.toBe(made.body.recoveryCode);
    expect((await rest.ask('GET', '/me', undefined, bearer(made.body.token))).status).toBe(401);
    expect((await rest.ask('POST', '/auth/recover', input)).status).toBe(401);
    await login(FIRST.email, 'found it again');
  });

  it('comes from whoever owns the file, and switches the admin on again', async () => {
    await rest.ask('POST', '/auth/first-admin', FIRST);
    const { email, password } = await resetAdmin(test.parts);
    expect(email).toBe(FIRST.email);
    await login(email, password);
    await expect(resetAdmin(test.parts, 'nobody@example.com')).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('users', () => {
  it('are added and changed by an admin; an e-mail belongs to one of them', async () => {
    const admin = await test.person('admin');
    const made = await rest.ask('POST', '/users', { email: 'Bob@Example.com', name: 'Bob', password: 'bobs password' }, admin);
    expect(made).toMatchObject({
      status: 201,
      body: { user: { email: 'bob@example.com', role: 'supervisor', concurrentCallsLimit: 2, active: true } },
    });
    expect(JSON.stringify(made.body)).not.toContain('scrypt');
    const twice = await rest.ask('POST', '/users', { email: 'bob@example.com', name: 'Bob', password: 'bobs password' }, admin);
    expect([twice.status, codeOf(twice)]).toEqual([409, 'email_taken']);
    const { id } = made.body.user;
    const changed = await rest.ask('PATCH', `/users/${id}`, { concurrentCallsLimit: 7, password: 'another password' }, admin);
    expect(changed.body.user.concurrentCallsLimit).toBe(7);
    await login('bob@example.com', 'another password');
    const unknown = await rest.ask('PATCH', `/users/${id}`, { limit: 7 }, admin);
    expect([unknown.status, unknown.body.error.details]).toEqual([400, [{ path: 'limit', message: 'There is no such field.' }]]);
  });

  it('are switched off at once: sessions, tokens and streams end, and signing in', async () => {
    const admin = await test.person('admin');
    const bob = await test.person();
    const script = await login(bob.email, PASSWORD);
    expect((await rest.ask('DELETE', `/users/${bob.actor.userId}`, undefined, admin)).body).toMatchObject({
      paused: 0,
      user: { active: false },
    });
    for (const who of [bob, script]) expect((await rest.ask('GET', '/me', undefined, who)).status).toBe(401);
    expect((await rest.ask('POST', '/auth/login', { email: bob.email, password: PASSWORD })).status).toBe(401);
    await rest.ask('PATCH', `/users/${bob.actor.userId}`, { active: true }, admin);
    expect((await rest.ask('GET', '/me', undefined, bob)).status).toBe(401);
    await login(bob.email, PASSWORD);
  });

  it('always hold one active admin', async () => {
    const admin = await test.person('admin');
    const { userId } = admin.actor;
    const refused = [
      await rest.ask('DELETE', `/users/${userId}`, undefined, admin),
      await rest.ask('PATCH', `/users/${userId}`, { role: 'supervisor' }, admin),
      await rest.ask('PATCH', `/users/${userId}`, { active: false }, admin),
    ];
    expect(refused.map(codeOf)).toEqual(['last_admin', 'last_admin', 'last_admin']);
    await test.person('admin');
    expect((await rest.ask('DELETE', `/users/${userId}`, undefined, admin)).status).toBe(200);
  });
});

describe('oneself', () => {
  it('changes one’s own name and address, and nothing else', async () => {
    const ada = await test.person('supervisor', { email: 'ada@example.com' });
    const bob = await test.person('supervisor', { email: 'bob@example.com' });
    const change = (body: object) => rest.ask('PATCH', '/me', body, ada);
    expect((await change({ name: 'Ada Lovelace' })).body.user).toMatchObject({ name: 'Ada Lovelace', email: 'ada@example.com' });
    expect((await change({ email: 'Countess@Example.com' })).body.user).toMatchObject({
      name: 'Ada Lovelace',
      email: 'countess@example.com',
    });
    const taken = await change({ email: bob.email });
    expect([taken.status, codeOf(taken), taken.body.error.details[0].path]).toEqual([409, 'email_taken', 'email']);
    expect((await change({ role: 'admin' })).status).toBe(400);
    expect((await change({ concurrentCallsLimit: 99 })).status).toBe(400);
    await login('countess@example.com', PASSWORD);
  });
});
