import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { afterHalfAMinute, codeOf, goodPassword, openBrowser, withPassword } from '../../../test/browser.ts';
import { createWorld, testNow, type Person, type World } from '../../../test/world.ts';
import { lockout } from './attempts.ts';
import { hashSessionToken } from './hash-session-tokens.ts';

let world: World;
let now = Temporal.Instant.from(testNow);
beforeAll(async () => {
  world = await createWorld({ clock: { now: () => now } });
});
afterAll(() => world.close());

const somebody = async (role = 'data_contact'): Promise<Person> => {
  const person = await world.person(role);
  await withPassword(world, person);
  return person;
};
const signIn = async (person: { email: string }, password = goodPassword) => {
  const browser = openBrowser(world);
  return { browser, reply: await browser.auth('/sign-in/email', { email: person.email, password }) };
};
const trail = async (person: Person) =>
  (
    await world.asOwner('select action, outcome, detail from audit.entry where actor = $1 order by id', [
      person.id,
    ])
  ).map((e) => [e['action'], e['outcome'], e['detail']]);

describe('password (ACC-1, ACC-2, ACC-3)', () => {
  test('opens a session; no token leaves in a body or lies in the database', async () => {
    const person = await somebody();
    const { browser, reply } = await signIn(person);
    expect(reply).toMatchObject({ status: 200, body: {} });
    expect(JSON.stringify(reply.body)).toBe('{}');
    expect((await browser.call('GET', '/accounts/me')).body).toMatchObject({ user: { id: person.id } });
    const token = decodeURIComponent(browser.jar.get('simpul.session_token') ?? '').split('.')[0] ?? '';
    const stored = await world.app.services.authPool.query(
      'select token from auth.session where "userId" = $1',
      [person.id],
    );
    expect(stored.rows).toEqual([{ token: hashSessionToken(token) }]);
    const setCookie = String((await signIn(person)).reply.headers['set-cookie']);
    expect(setCookie).toMatch(/HttpOnly/);
    expect(setCookie).toMatch(/SameSite=Strict/i);
    expect(await trail(person)).toContainEqual(['accounts.sign_in', 'done', { step: 'password' }]);
  });

  test('a stolen row of the database is no cookie', async () => {
    const person = await somebody();
    const { browser } = await signIn(person);
    const row = await world.app.services.authPool.query(
      'select token from auth.session where "userId" = $1',
      [person.id],
    );
    const cookie = decodeURIComponent(browser.jar.get('simpul.session_token') ?? '');
    const thief = openBrowser(world);
    thief.jar.set(
      'simpul.session_token',
      encodeURIComponent(`${row.rows[0].token as string}.${cookie.split('.')[1] ?? ''}`),
    );
    expect((await thief.call('GET', '/accounts/me')).status).toBe(401);
  });

  test('nobody registers, and what Simpul does not use of better-auth is not there', async () => {
    const browser = openBrowser(world);
    const body = { email: 'baru@contoh.test', password: goodPassword, name: 'Baru' };
    for (const path of [
      '/sign-up/email',
      '/update-user',
      '/delete-user',
      '/two-factor/disable',
      '/list-sessions',
      '/change-email',
    ])
      expect((await browser.auth(path, body)).status, path).toBe(404);
    expect((await browser.auth('/get-session', undefined, 'GET')).status).toBe(404);
    const made = await world.app.services.authPool.query('select 1 from auth."user" where email = $1', [
      body.email,
    ]);
    expect(made.rowCount).toBe(0);
  });

  test('a longer session or a trusted device cannot be asked for', async () => {
    const person = await somebody();
    const browser = openBrowser(world);
    await browser.auth('/sign-in/email', {
      email: person.email,
      password: goodPassword,
      rememberMe: false,
      callbackURL: '/x',
      trustDevice: true,
    });
    const kept = await world.app.services.authPool.query(
      `select extract(epoch from "expiresAt" - "createdAt")::int as s from auth.session where "userId" = $1`,
      [person.id],
    );
    expect(kept.rows).toEqual([{ s: 12 * 3600 }]);
  });

  test('a page of another site cannot sign somebody in', async () => {
    const person = await somebody();
    const r = await world.app.server.inject({
      method: 'POST',
      url: '/api/auth/sign-in/email',
      payload: { email: person.email, password: goodPassword },
      headers: { origin: 'https://jahat.test', cookie: 'simpul.x=1' },
    });
    expect(r.statusCode).toBe(403);
  });
});

describe('too many wrong passwords (ACC-4)', () => {
  test('known and unknown addresses get the same answers and the same wait, which grows', async () => {
    const person = await somebody();
    const unknown = { email: 'tidak-ada@contoh.test' };
    const answers = async (who: { email: string }) => {
      const seen: unknown[] = [];
      for (let i = 0; i <= lockout.free + 1; i++) {
        const { reply } = await signIn(who, 'bukan sandi yang benar');
        seen.push([reply.status, reply.body['code'], reply.body['params'] ?? null]);
      }
      return seen;
    };
    const wrong = [401, 'wrong_credentials', null];
    const expected = [
      ...Array(lockout.free + 1).fill(wrong),
      [429, 'too_many_requests', { retryAfter: lockout.first }],
    ];
    expect(await answers(person)).toEqual(expected);
    expect(await answers(unknown)).toEqual(expected);
    expect((await signIn(person)).reply.status, 'the right password waits too').toBe(429);
    now = now.add({ seconds: lockout.first + 1 });
    expect((await signIn(person, 'masih bukan yang benar')).reply.status).toBe(401);
    expect((await signIn(person)).reply.body['params']).toEqual({ retryAfter: lockout.first * 2 });
    expect((await trail(person)).filter(([, outcome]) => outcome === 'refused').length).toBeGreaterThan(
      lockout.free,
    );
    now = now.add({ hours: 1 });
    expect((await signIn(person)).reply.status, 'after the wait the right password opens').toBe(200);
  });

  test('a hundred at once do not slip through', async () => {
    const person = await somebody();
    const replies = await Promise.all(
      Array.from({ length: 20 }, () => signIn(person, 'bukan sandi yang benar')),
    );
    expect(replies.filter(({ reply }) => reply.status === 401).length).toBeLessThanOrEqual(lockout.free + 1);
  });

  test('an unknown address takes as long as a wrong password', async () => {
    const person = await somebody();
    const time = async (email: string) => {
      const began = performance.now();
      await signIn({ email }, 'bukan sandi yang benar');
      return performance.now() - began;
    };
    const rounds = [0, 1, 2];
    const known: number[] = [];
    const unknown: number[] = [];
    for (const i of rounds) {
      known.push(await time(person.email));
      unknown.push(await time(`tidak-ada-${i}@contoh.test`));
    }
    const best = (all: number[]) => Math.min(...all);
    expect(best(unknown) / best(known)).toBeGreaterThan(0.4);
    expect(best(unknown) / best(known)).toBeLessThan(2.5);
  });
});

describe('second factor (ACC-5, ACC-8)', () => {
  const enrol = async (person: Person) => {
    const { browser } = await signIn(person);
    const started = await browser.auth('/two-factor/enable', { password: goodPassword });
    expect(started.status).toBe(200);
    const done = await browser.auth('/two-factor/verify-totp', { code: await codeOf(world, person.id) });
    expect(done.status).toBe(200);
    await afterHalfAMinute(world);
    return { browser, recoveryCodes: started.body['backupCodes'] as string[] };
  };

  test('is enrolled with the password and a first code, and ends sign-ins made without it', async () => {
    const person = await somebody();
    const before = await signIn(person);
    const { browser } = await enrol(person);
    expect((await browser.call('GET', '/accounts/me')).body).toMatchObject({ secondFactor: true });
    expect((await before.browser.call('GET', '/accounts/me')).status).toBe(401);
    expect(await trail(person)).toContainEqual([
      'accounts.enrol_second_factor',
      'done',
      { step: 'second_factor' },
    ]);
  });

  test('a wrong password starts no enrolment', async () => {
    const { browser } = await signIn(await somebody());
    const r = await browser.auth('/two-factor/enable', { password: 'bukan sandi yang benar' });
    expect(r).toMatchObject({ status: 401, body: { code: 'wrong_credentials' } });
  });

  test('is asked for at sign-in, takes a code once, and refuses a wrong one', async () => {
    const person = await somebody();
    await enrol(person);
    const { browser, reply } = await signIn(person);
    expect(reply.body).toEqual({ twoFactorRedirect: true, twoFactorMethods: ['totp'] });
    expect((await browser.call('GET', '/accounts/me')).status).toBe(401);
    const code = await codeOf(world, person.id);
    const wrong = code === '000000' ? '111111' : '000000';
    expect((await browser.auth('/two-factor/verify-totp', { code: wrong })).body).toMatchObject({
      code: 'wrong_code',
    });
    expect((await browser.auth('/two-factor/verify-totp', { code })).status).toBe(200);
    expect((await browser.call('GET', '/accounts/me')).status).toBe(200);

    const again = await signIn(person);
    expect((await again.browser.auth('/two-factor/verify-totp', { code })).body).toMatchObject({
      code: 'wrong_code',
    });
    expect(await trail(person)).toContainEqual(['accounts.sign_in', 'refused', { step: 'second_factor' }]);
  });

  test('without a challenge there is nothing to answer', async () => {
    expect((await openBrowser(world).auth('/two-factor/verify-totp', { code: '123456' })).body).toMatchObject(
      {
        code: 'challenge_expired',
      },
    );
  });

  test('five wrong codes end the challenge, ten lock the account', async () => {
    const person = await somebody();
    await enrol(person);
    const codes: unknown[] = [];
    for (let round = 0; round < 2; round++) {
      const { browser } = await signIn(person);
      for (let i = 0; i < 5; i++)
        codes.push((await browser.auth('/two-factor/verify-totp', { code: '000000' })).body['code']);
      codes.push(
        (await browser.auth('/two-factor/verify-totp', { code: await codeOf(world, person.id, 1) })).body[
          'code'
        ],
      );
      await afterHalfAMinute(world);
    }
    expect(codes.slice(0, 6)).toEqual([...Array(5).fill('wrong_code'), 'challenge_expired']);
    const { browser } = await signIn(person);
    const r = await browser.auth('/two-factor/verify-totp', { code: await codeOf(world, person.id) });
    expect(r).toMatchObject({ status: 429, body: { code: 'too_many_requests' } });
  });

  test('ACC-5 the lock of the second factor ends sessions and tokens: somebody else has the password', async () => {
    const person = await somebody();
    const { browser: open } = await enrol(person);
    let thief = open;
    for (let i = 0; i < 10; i++) {
      expect((await world.call(person, 'GET', '/accounts/me')).status, `after ${i} wrong codes`).toBe(200);
      if (i % 5 === 0) thief = (await signIn(person)).browser;
      await thief.auth('/two-factor/verify-totp', { code: '000000' });
    }
    expect((await world.call(person, 'GET', '/accounts/me')).status).toBe(401);
    expect((await open.call('GET', '/accounts/me')).status).toBe(401);
    expect(await trail(person)).toContainEqual(['accounts.lock', 'done', { sessions: 1, tokens: 1 }]);
  });

  test('a recovery code opens once', async () => {
    const person = await somebody();
    const { recoveryCodes } = await enrol(person);
    expect(recoveryCodes).toHaveLength(10);
    const [code = ''] = recoveryCodes;
    const use = async () => (await signIn(person)).browser.auth('/two-factor/verify-backup-code', { code });
    expect((await use()).status).toBe(200);
    expect(await use()).toMatchObject({ status: 401, body: { code: 'wrong_code' } });
  });

  test('new recovery codes end the old ones', async () => {
    const person = await somebody();
    const { browser, recoveryCodes } = await enrol(person);
    const renewed = await browser.auth('/two-factor/generate-backup-codes', { password: goodPassword });
    expect(renewed.body['backupCodes']).toHaveLength(10);
    const { browser: other } = await signIn(person);
    expect((await other.auth('/two-factor/verify-backup-code', { code: recoveryCodes[0] })).status).toBe(401);
  });
});

describe('signing out and being shut out (ACC-6, ACC-8, ACC-9)', () => {
  test('sign-out ends the session', async () => {
    const person = await somebody();
    const { browser } = await signIn(person);
    const kept = new Map(browser.jar);
    expect((await browser.auth('/sign-out')).status).toBe(200);
    const thief = openBrowser(world);
    for (const [k, v] of kept) thief.jar.set(k, v);
    expect((await thief.call('GET', '/accounts/me')).status).toBe(401);
    expect(await trail(person)).toContainEqual(['accounts.sign_out', 'done', {}]);
  });

  test('a changed password ends every other session and the tokens, and must be a good one', async () => {
    const person = await somebody();
    const other = await signIn(person);
    const { browser } = await signIn(person);
    const change = (newPassword: string, currentPassword = goodPassword) =>
      browser.auth('/change-password', { currentPassword, newPassword });
    expect((await change('Indonesia1945!!')).body).toMatchObject({
      code: 'invalid',
      errors: [{ path: 'newPassword', code: 'common' }],
    });
    expect((await change('kursi ungu memanjat enam', 'salah sama sekali')).status).toBe(401);
    const token = () => world.call(person, 'GET', '/accounts/me');
    expect((await token()).status, 'nothing was changed yet').toBe(200);
    expect((await change('kursi ungu memanjat enam')).status).toBe(200);
    expect((await token()).status, 'the command line too').toBe(401);
    expect(await trail(person)).toContainEqual(['accounts.change_password', 'done', { tokens: 1 }]);
    expect((await other.browser.call('GET', '/accounts/me')).status).toBe(401);
    expect((await browser.call('GET', '/accounts/me')).status).toBe(200);
    expect((await signIn(person)).reply.status).toBe(401);
    expect((await signIn(person, 'kursi ungu memanjat enam')).reply.status).toBe(200);
  });

  test('a suspended person is refused like a wrong password, and what was open stops', async () => {
    const person = await somebody();
    const { browser } = await signIn(person);
    await world.asOwner("update accounts.person set state = 'suspended' where id = $1", [person.id]);
    expect((await browser.call('GET', '/accounts/me')).status).toBe(401);
    expect((await world.call(person, 'GET', '/accounts/me')).status, 'the token too').toBe(401);
    const { reply } = await signIn(person);
    expect(reply).toMatchObject({ status: 401, body: { code: 'wrong_credentials' } });
    expect(await trail(person)).toContainEqual(['accounts.sign_in', 'refused', { step: 'password' }]);
  });

  test('whoever holds no role today does not come in', async () => {
    const person = await somebody();
    const { browser } = await signIn(person);
    await world.asOwner('update accounts.role_grant set ended_at = now() where person = $1', [person.id]);
    expect((await browser.call('GET', '/accounts/me')).status).toBe(401);
    expect((await signIn(person)).reply.status).toBe(401);
  });
});
