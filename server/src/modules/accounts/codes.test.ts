import { createHash, randomUUIDv7 } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { afterHalfAMinute, codeOf, goodPassword, openBrowser, withPassword } from '../../../test/browser.ts';
import { foundTenant } from './found-tenant.ts';
import { createWorld, testNow, type Person, type World } from '../../../test/world.ts';

let world: World;
let now = Temporal.Instant.from(testNow);
let manager: Person;
beforeAll(async () => {
  world = await createWorld({ clock: { now: () => now } });
  manager = await world.person('tf_secretariat', { stepUp: true });
});
afterAll(() => world.close());

const body = (email: string) => ({
  email,
  name: 'Rina Wulandari',
  role: 'data_contact',
  basis: 'SK uji 2/2026',
});
const invite = async (email: string) =>
  (await world.call(manager, 'POST', '/accounts/invitations', body(email))).body as {
    id: string;
    code: string;
  };
const sha = (code: string) => createHash('sha256').update(code).digest('hex');

describe('invitation (ACC-30 to ACC-32)', () => {
  test('its code has 256 bits, is shown once and lies in the database as a hash', async () => {
    const { id, code } = await invite('satu@dinas.test');
    expect(Buffer.from(code, 'base64url')).toHaveLength(32);
    const rows = await world.asOwner(
      "select encode(token_hash, 'hex') as h, (to_jsonb(i) - 'token_hash')::text as rest from accounts.invitation i where id = $1",
      [id],
    );
    expect(rows[0]?.['h']).toBe(sha(code));
    expect(String(rows[0]?.['rest'])).not.toContain(code);
    expect(JSON.stringify((await world.call(manager, 'GET', '/accounts/invitations')).body)).not.toContain(
      code,
    );
  });

  test('a repeated command answers the same invitation without its code', async () => {
    const again = () =>
      world.call(manager, 'POST', '/accounts/invitations', body('dua@dinas.test'), {
        'idempotency-key': 'undangan-dua-1',
      });
    const [one, two] = [
      (await again()).body as { id: string; code?: string },
      (await again()).body as { id: string; code?: string },
    ];
    expect(two).toEqual({ id: one.id });
  });

  test('opens, sets a good password, makes the account with its role, and is used up', async () => {
    const { id, code } = await invite('Tiga@Dinas.test');
    const browser = openBrowser(world);
    expect((await browser.call('POST', '/accounts/invitations/open', { code })).body).toMatchObject({
      name: 'Rina Wulandari',
      email: 'tiga@dinas.test',
      role: 'data_contact',
      tenantName: 'Kalimantan Timur',
      zone: 'Asia/Makassar',
    });
    const accept = (password: string) =>
      browser.call('POST', '/accounts/invitations/accept', { code, password });
    expect((await accept('pendek')).status).toBe(422);
    expect((await accept('kucing Wulandari terbang')).body).toMatchObject({
      code: 'invalid',
      errors: [{ path: 'password', code: 'holds_name' }],
    });
    const accepted = await accept(goodPassword);
    expect(accepted.status).toBe(200);
    const personId = accepted.body['id'];
    expect((await accept(goodPassword)).status).toBe(404);
    expect((await browser.call('POST', '/accounts/invitations/open', { code })).status).toBe(404);

    await browser.auth('/sign-in/email', { email: 'tiga@dinas.test', password: goodPassword });
    expect((await browser.call('GET', '/accounts/me')).body).toMatchObject({
      user: { id: personId },
      roles: ['data_contact'],
    });
    const list = (await world.call(manager, 'GET', '/accounts/invitations?state=accepted')).body as {
      items: { id: string; personId: string }[];
    };
    expect(list.items.find((i) => i.id === id)).toMatchObject({ personId, abilities: { withdraw: false } });
    const trail = await world.asOwner('select action from audit.entry where actor = $1 order by id', [
      personId,
    ]);
    expect(trail.map((e) => e['action'])).toEqual(['accounts.accept_invitation', 'accounts.sign_in']);
  });

  test('withdrawn, too old, replaced or invented codes all answer the same', async () => {
    const open = async (code: string) => {
      const r = await openBrowser(world).call('POST', '/accounts/invitations/open', { code });
      return [r.status, r.body['code']];
    };
    const withdrawn = await invite('empat@dinas.test');
    expect((await world.call(manager, 'POST', `/accounts/invitations/${withdrawn.id}/withdraw`)).status).toBe(
      200,
    );
    expect(
      (await world.call(manager, 'POST', `/accounts/invitations/${withdrawn.id}/withdraw`)).body,
    ).toMatchObject({ code: 'wrong_state' });
    const old = await invite('lima@dinas.test');
    await world.asOwner(
      "update accounts.invitation set expires_at = now() - interval '1 second' where id = $1",
      [old.id],
    );
    const replaced = await invite('enam@dinas.test');
    const good = await invite('enam@dinas.test');
    for (const code of [withdrawn.code, old.code, replaced.code, 'A'.repeat(43)])
      expect(await open(code)).toEqual([404, 'not_found']);
    expect(await open(good.code)).toEqual([200, undefined]);
  });

  test('an address that has an account is refused', async () => {
    const p = await world.person('planner');
    expect(
      (await world.call(manager, 'POST', '/accounts/invitations', body(p.email.toUpperCase()))).body,
    ).toMatchObject({ errors: [{ path: 'email', code: 'known' }] });
  });

  test('an address with an account elsewhere leaves nothing half made', async () => {
    const foreign = await world.person('planner', { tenant: '62' });
    await withPassword(world, foreign);
    const { code } = await invite(foreign.email);
    const r = await openBrowser(world).call('POST', '/accounts/invitations/accept', {
      code,
      password: goodPassword,
    });
    expect(r).toMatchObject({ status: 409, body: { code: 'conflict' } });
    expect(
      await world.asOwner(
        'select accepted_at from accounts.invitation where lower(email) = $1 and withdrawn_at is null',
        [foreign.email],
      ),
    ).toEqual([{ accepted_at: null }]);
    expect(
      await world.asOwner("select 1 from accounts.person where email = $1 and tenant = '64'", [
        foreign.email,
      ]),
    ).toEqual([]);
  });

  test('one accepted twice at the same moment makes one account', async () => {
    const { code } = await invite('tujuh@dinas.test');
    const accept = () =>
      openBrowser(world).call('POST', '/accounts/invitations/accept', { code, password: goodPassword });
    const statuses = (await Promise.all([accept(), accept(), accept()])).map((r) => r.status).sort();
    expect(statuses[0]).toBe(200);
    expect(statuses.slice(1).every((s) => s === 404 || s === 409)).toBe(true);
  });

  test('of an inviter who was suspended since opens nothing', async () => {
    const boss = await world.person('tf_secretariat', { stepUp: true });
    const made = await world.call(boss, 'POST', '/accounts/invitations', body('delapan@dinas.test'));
    const { code } = made.body as { code: string };
    await world.asOwner("update accounts.person set state = 'suspended' where id = $1", [boss.id]);
    expect((await openBrowser(world).call('POST', '/accounts/invitations/open', { code })).status).toBe(404);
  });

  test('ACC-47 of an inviter whose role ended since opens nothing, nor does a recovery code of theirs', async () => {
    const boss = await world.person('tf_secretariat', { stepUp: true });
    const plain = await world.person('planner');
    const made = await world.call(boss, 'POST', '/accounts/invitations', body('sepuluh@dinas.test'));
    const recovery = await world.call(boss, 'POST', '/accounts/recoveries', {
      personId: plain.id,
      reason: 'ponsel hilang',
    });
    const open = async () => {
      const [invited, recovered] = [made, recovery].map((r) => (r.body as { code: string }).code);
      const browser = openBrowser(world);
      return [
        (await browser.call('POST', '/accounts/invitations/open', { code: invited })).status,
        // A weak password is told only where the code opens something; nothing is used up.
        (await browser.call('POST', '/accounts/recover', { code: recovered, password: 'Indonesia1945!!' }))
          .status,
      ];
    };
    expect(await open()).toEqual([200, 422]);
    await world.asOwner('update accounts.role_grant set ended_at = now(), ended_by = $1 where person = $2', [
      manager.id,
      boss.id,
    ]);
    expect(await open()).toEqual([404, 404]);
  });

  test('ACC-48 no row about an account names a person of another task force', async () => {
    await world.tenant('62', 'Kalimantan Tengah', 'Asia/Jakarta');
    const chair = await world.person('tf_chair', { tenant: '62' });
    await expect(
      world.as(manager, (ctx) =>
        ctx.client.query(
          `insert into accounts.recovery (id, tenant, person, reason, token_hash, made_by, expires_at)
           values ($1, '64', $2, 'uji', '\\x00', $3, now() + interval '1 hour')`,
          [randomUUIDv7(), chair.id, manager.id],
        ),
      ),
    ).rejects.toThrow('person_of_tenant');
    await expect(
      world.as(manager, (ctx) =>
        ctx.client.query(
          `insert into accounts.role_grant (id, tenant, person, role, valid_from, basis, granted_by, review_due)
           values ($1, '64', $2, 'planner', '2026-01-01', 'uji', $3, '2027-01-01')`,
          [randomUUIDv7(), chair.id, manager.id],
        ),
      ),
    ).rejects.toThrow('person_of_tenant');
  });

  test('ACC-36 the system administrator gives nobody a role that reaches identity, nor lets its holder back in', async () => {
    const admin = await world.person('sysadmin', { stepUp: true });
    const steward = await world.person('data_steward');
    const plain = await world.person('planner');
    const invited = await world.call(admin, 'POST', '/accounts/invitations', {
      ...body('sembilan@dinas.test'),
      role: 'data_steward',
    });
    expect(invited.status).toBe(403);
    const recover = (personId: string) =>
      world.call(admin, 'POST', '/accounts/recoveries', { personId, reason: 'ponsel hilang' });
    expect((await recover(steward.id)).status).toBe(403);
    expect((await recover(plain.id)).status).toBe(200);
  });

  test('the first one of a task force comes from the operator and makes its secretariat', async () => {
    const founding = {
      code: '65',
      name: 'Kalimantan Utara',
      zone: 'Asia/Makassar',
      email: 'gt@kaltara.test',
      person: 'Sekretariat',
      basis: 'SK uji',
    };
    await foundTenant(world.owner, founding);
    const code = await foundTenant(world.owner, founding);
    const browser = openBrowser(world);
    expect(
      (await browser.call('POST', '/accounts/invitations/accept', { code, password: goodPassword })).status,
    ).toBe(200);
    await browser.auth('/sign-in/email', { email: founding.email, password: goodPassword });
    expect((await browser.call('GET', '/accounts/me')).body).toMatchObject({
      tenant: { code: '65' },
      roles: ['tf_secretariat'],
    });
    await expect(foundTenant(world.owner, founding)).rejects.toThrow(/has accounts/);
  });

  test('is not for everyone', async () => {
    const p = await world.person('planner', { stepUp: true });
    expect((await world.call(p, 'POST', '/accounts/invitations', body('x@dinas.test'))).status).toBe(403);
  });
});

describe('step-up (ACC-20, ACC-21)', () => {
  const signedIn = async () => {
    const p = await world.person('planner');
    await withPassword(world, p);
    const browser = openBrowser(world);
    await browser.auth('/sign-in/email', { email: p.email, password: goodPassword });
    return { p, browser, token: () => browser.call('POST', '/accounts/tokens', { label: 'Uji', days: 3 }) };
  };

  test('opens for five minutes what asks for it', async () => {
    const { browser, token } = await signedIn();
    expect((await token()).body).toMatchObject({ code: 'step_up_required' });
    expect((await browser.call('POST', '/accounts/step-up', { password: goodPassword })).status).toBe(200);
    expect((await token()).status).toBe(200);
    now = now.add({ minutes: 4 });
    expect((await token()).status).toBe(200);
    now = now.add({ minutes: 2 });
    expect((await token()).body).toMatchObject({ code: 'step_up_required' });
  });

  test('asks for the code where a second factor is enrolled, and takes it once', async () => {
    const { p, browser, token } = await signedIn();
    await browser.auth('/two-factor/enable', { password: goodPassword });
    await browser.auth('/two-factor/verify-totp', { code: await codeOf(world, p.id) });
    await afterHalfAMinute(world);
    const prove = async (given: object) => (await browser.call('POST', '/accounts/step-up', given)).body;
    expect(await prove({ password: goodPassword })).toMatchObject({
      code: 'invalid',
      errors: [{ path: 'code' }],
    });
    const code = await codeOf(world, p.id);
    expect(await prove({ code })).toEqual({ id: expect.any(String) });
    expect((await token()).status).toBe(200);
    expect(await prove({ code })).toMatchObject({ code: 'wrong_code' });
  });

  test('wrong answers are written down and make one wait, and nothing resets the count', async () => {
    const { p, browser, token } = await signedIn();
    const prove = async (given: object) =>
      (await browser.call('POST', '/accounts/step-up', given)).body['code'];
    const seen: unknown[] = [];
    for (let i = 0; i < 5; i++) {
      seen.push(await prove({ password: 'bukan sandi yang benar' }));
      await prove({});
    }
    seen.push(await prove({ password: goodPassword }));
    expect(seen).toEqual([...Array(5).fill('wrong_credentials'), 'too_many_requests']);
    expect((await token()).status).toBe(403);
    const refused = await world.asOwner(
      "select 1 from audit.entry where actor = $1 and action = 'accounts.step_up' and outcome = 'refused'",
      [p.id],
    );
    expect(refused).toHaveLength(6);
  });

  test('leaves nothing of what was sent, whatever key came with it', async () => {
    const { p, browser } = await signedIn();
    const again = () =>
      browser.call(
        'POST',
        '/accounts/step-up',
        { password: goodPassword },
        { 'idempotency-key': 'kunci-naik-1' },
      );
    expect((await again()).status).toBe(200);
    expect((await again()).status).toBe(200);
    expect(await world.asOwner('select 1 from platform.idempotency where actor = $1', [p.id])).toEqual([]);
  });

  test('is no way for a token, and of one session only', async () => {
    const { p, browser } = await signedIn();
    expect((await world.call(p, 'POST', '/accounts/step-up', { password: goodPassword })).body).toMatchObject(
      { code: 'session_required' },
    );
    await browser.call('POST', '/accounts/step-up', { password: goodPassword });
    const other = openBrowser(world);
    await other.auth('/sign-in/email', { email: p.email, password: goodPassword });
    expect((await other.call('POST', '/accounts/tokens', { label: 'Uji', days: 3 })).body).toMatchObject({
      code: 'step_up_required',
    });
  });
});

describe('sessions and tokens (ACC-3, ACC-50)', () => {
  test('sessions are listed without their tokens and revoked one by one or all others', async () => {
    const p = await world.person('planner');
    const [a, b, c] = [await world.signedIn(p), await world.signedIn(p), await world.signedIn(p)];
    const list = async (who: Person) =>
      (await world.call(who, 'GET', '/accounts/sessions')).body as { id: string; current: boolean }[];
    const seen = await list(a);
    expect(seen).toHaveLength(3);
    expect(seen.map((s) => s.current)).toEqual([true, false, false]);
    expect(Object.keys(seen[0] ?? {}).sort()).toEqual(['createdAt', 'current', 'device', 'expiresAt', 'id']);
    const other = seen[1]?.id;
    expect((await world.call(a, 'POST', `/accounts/sessions/${other}/revoke`)).status).toBe(200);
    expect((await world.call(a, 'POST', `/accounts/sessions/${other}/revoke`)).status).toBe(404);
    expect((await world.call(a, 'POST', '/accounts/sessions/revoke-others')).status).toBe(200);
    expect(await list(a)).toHaveLength(1);
    for (const gone of [b, c]) expect((await world.call(gone, 'GET', '/accounts/me')).status).toBe(401);
  });

  test('nobody revokes the session or token of another', async () => {
    const victim = await world.person('planner');
    const browser = await world.signedIn(victim);
    const [session] = (await world.call(browser, 'GET', '/accounts/sessions')).body as { id: string }[];
    const thief = await world.person('sysadmin', { session: true });
    expect((await world.call(thief, 'POST', `/accounts/sessions/${session?.id}/revoke`)).status).toBe(404);
    const [token] = (await world.call(browser, 'GET', '/accounts/tokens')).body as { id: string }[];
    expect((await world.call(thief, 'POST', `/accounts/tokens/${token?.id}/revoke`)).status).toBe(404);
  });

  test('a token acts for the person until it is revoked or over, and lives a year at most', async () => {
    const p = await world.person('planner', { stepUp: true });
    const make = (days: number) =>
      world.call(p, 'POST', '/accounts/tokens', { label: 'Impor bulanan', days });
    expect((await make(367)).status).toBe(422);
    const { id, code } = (await make(30)).body as { id: string; code: string };
    const asToken: Person = { id: p.id, email: p.email, agency: null, token: code };
    expect((await world.call(asToken, 'GET', '/accounts/me')).body).toMatchObject({ user: { id: p.id } });
    const rows = await world.asOwner(
      "select encode(token_hash, 'hex') as h from accounts.token where id = $1",
      [id],
    );
    expect(rows).toEqual([{ h: sha(code) }]);
    expect((await world.call(p, 'POST', `/accounts/tokens/${id}/revoke`)).status).toBe(200);
    expect((await world.call(asToken, 'GET', '/accounts/me')).status).toBe(401);
    const list = (await world.call(p, 'GET', '/accounts/tokens')).body as { id: string; state: string }[];
    expect(list.find((t) => t.id === id)).toMatchObject({ state: 'revoked' });
    const short = (await make(1)).body as { id: string; code: string };
    await world.asOwner("update accounts.token set expires_at = now() - interval '1 second' where id = $1", [
      short.id,
    ]);
    expect((await world.call({ ...asToken, token: short.code }, 'GET', '/accounts/me')).status).toBe(401);
  });
});

describe('recovery (ACC-33)', () => {
  beforeAll(async () => {
    manager = await world.signedIn(manager, { stepUp: true });
  });

  test('a code handed over in person sets a new password and clears second factor, sessions and tokens', async () => {
    const p = await world.person('planner');
    await withPassword(world, p);
    const browser = openBrowser(world);
    await browser.auth('/sign-in/email', { email: p.email, password: goodPassword });
    await browser.auth('/two-factor/enable', { password: goodPassword });
    await browser.auth('/two-factor/verify-totp', { code: await codeOf(world, p.id) });
    expect((await world.call(p, 'GET', '/accounts/me')).status).toBe(200);
    const made = await world.call(manager, 'POST', '/accounts/recoveries', {
      personId: p.id,
      reason: 'Datang sendiri dengan kartu pegawai',
    });
    const { code } = made.body as { code: string };
    const use = (password: string) =>
      openBrowser(world).call('POST', '/accounts/recover', { code, password });
    expect((await use('Indonesia1945!!')).body).toMatchObject({
      errors: [{ path: 'password', code: 'common' }],
    });
    expect((await use('kursi ungu memanjat enam')).body).toEqual({ id: p.id });
    expect((await use('kursi ungu memanjat tujuh')).status).toBe(404);
    expect((await browser.call('GET', '/accounts/me')).status).toBe(401);
    expect((await world.call(p, 'GET', '/accounts/me')).status).toBe(401);
    const anew = openBrowser(world);
    expect((await anew.auth('/sign-in/email', { email: p.email, password: goodPassword })).status).toBe(401);
    expect(
      (await anew.auth('/sign-in/email', { email: p.email, password: 'kursi ungu memanjat enam' })).body,
    ).toEqual({});
    expect((await anew.call('GET', '/accounts/me')).body).toMatchObject({ secondFactor: false });
    const trail = await world.asOwner(
      "select actor from audit.entry where action like 'accounts.%recovery' and subject_id = $1 order by id",
      [p.id],
    );
    expect(trail).toEqual([{ actor: manager.id }, { actor: p.id }]);
  });

  test('nobody makes one for oneself', async () => {
    expect(
      (
        await world.call(manager, 'POST', '/accounts/recoveries', {
          personId: manager.id,
          reason: 'Lupa sandi',
        })
      ).status,
    ).toBe(403);
  });

  const offices = async (tenant: string, ...roles: string[]) => {
    await world.tenant(tenant, 'Daerah uji', 'Asia/Jakarta');
    const made: Person[] = [];
    const acting = new Set(['tf_secretariat', 'data_protection_officer']);
    for (const role of roles) made.push(await world.person(role, { tenant, stepUp: acting.has(role) }));
    return made as [Person, Person, Person, Person];
  };
  const recover = async (by: Person, person: Person) =>
    (
      await world.call(by, 'POST', '/accounts/recoveries', {
        personId: person.id,
        reason: 'Datang sendiri dengan kartu pegawai',
      })
    ).body as { id: string; code: string; secondPerson: boolean };
  const use = (code: string) =>
    openBrowser(world).call('POST', '/accounts/recover', { code, password: 'kursi ungu memanjat enam' });
  const approve = (by: Person, id: string) =>
    world.call(by, 'POST', `/accounts/recoveries/${id}/approve`, { reason: 'Ditelepon ke kantornya' });
  interface Told {
    id: string;
    kind: string;
    own: boolean;
    personId: string;
    approve: boolean;
  }
  const told = async (who: Person) => (await world.call(who, 'GET', '/accounts/notices')).body as Told[];

  test('ACC-34 a new code voids the older ones, also when two are made at once', async () => {
    const [boss, , planner] = await offices('33', 'tf_secretariat', 'sysadmin', 'planner');
    await withPassword(world, planner);
    const first = await recover(boss, planner);
    const [a, b] = await Promise.all([recover(boss, planner), recover(boss, planner)]);
    expect((await use(first.code)).status).toBe(404);
    const left = await Promise.all([use(a.code), use(b.code)]);
    expect(left.map((r) => r.status).sort()).toEqual([200, 404]);
  });

  test('ACC-35 the person and everybody else who sees accounts are told, by ids only', async () => {
    const [boss, admin, planner, dpo] = await offices(
      '34',
      'tf_secretariat',
      'sysadmin',
      'planner',
      'data_protection_officer',
    );
    await withPassword(world, planner);
    const { code } = await recover(boss, planner);
    for (const who of [admin, dpo])
      expect(await told(who)).toMatchObject([
        { kind: 'recovery_made', own: false, personId: planner.id, approve: false },
      ]);
    expect(await told(boss), 'who made it knows').toEqual([]);
    await use(code);
    expect(JSON.stringify(await told(admin))).not.toMatch(/Pejabat|contoh\.test/);
    const anew = openBrowser(world);
    await anew.auth('/sign-in/email', { email: planner.email, password: 'kursi ungu memanjat enam' });
    const own = (await anew.call('GET', '/accounts/notices')).body as unknown as Told[];
    expect(own).toMatchObject([
      { kind: 'recovery_used', own: true },
      { kind: 'recovery_made', own: true },
    ]);
    expect((await told(boss)).map((n) => n.kind)).toEqual(['recovery_used']);

    const ids = (await told(admin)).map((n) => n.id);
    expect((await world.call(boss, 'POST', '/accounts/notices/seen', { ids })).status).toBe(404);
    expect((await world.call(admin, 'POST', '/accounts/notices/seen', { ids })).status).toBe(200);
    expect(await told(admin)).toEqual([]);
    expect((await told(dpo)).length).toBe(2);
  });

  test('ACC-35 an invitation is told to whoever else sees accounts', async () => {
    const [boss, admin] = await offices('35', 'tf_secretariat', 'sysadmin');
    const made = await world.call(boss, 'POST', '/accounts/invitations', body('sepuluh@dinas.test'));
    expect(made.status).toBe(200);
    expect(await told(admin)).toMatchObject([{ kind: 'invitation_made', own: false, personId: null }]);
    expect(await told(boss)).toEqual([]);
    const list = (await world.call(admin, 'GET', '/accounts/invitations')).body as { items: object[] };
    expect(list.items).toMatchObject([{ invitedByName: 'Pejabat tf_secretariat', role: 'data_contact' }]);
  });

  test('ACC-37 an account that reaches identity or manages accounts is let in by two people', async () => {
    const [boss, admin, steward, planner] = await offices(
      '36',
      'tf_secretariat',
      'sysadmin',
      'data_steward',
      'planner',
    );
    for (const person of [admin, steward]) await withPassword(world, person);
    const made = await recover(boss, steward);
    expect(made.secondPerson).toBe(true);
    expect(await use(made.code)).toMatchObject({
      status: 409,
      body: { code: 'wrong_state', errors: [{ path: 'code', code: 'awaits_second' }] },
    });
    const detailOf = async (by: Person) =>
      (await world.call(by, 'GET', `/accounts/people/${steward.id}`)).body;
    expect(await detailOf(boss)).toMatchObject({
      recovery: { id: made.id, state: 'waiting', abilities: { approve: false } },
    });
    const dpo = await world.person('data_protection_officer', { tenant: '36', stepUp: true });
    expect((await approve(boss, made.id)).status, 'who made it').toBe(403);
    expect((await approve(planner, made.id)).status, 'who holds no such role').toBe(403);
    expect(await detailOf(dpo)).toMatchObject({ recovery: { abilities: { approve: true } } });
    expect((await approve(dpo, made.id)).body).toEqual({ id: made.id });
    expect((await approve(dpo, made.id)).body).toMatchObject({ code: 'wrong_state' });
    expect((await told(boss)).map((n) => n.kind)).toEqual(['recovery_approved']);
    expect(await detailOf(boss)).toMatchObject({
      recovery: { state: 'open', approvedByName: 'Pejabat data_protection_officer' },
    });
    expect((await use(made.code)).status).toBe(200);

    const other = await recover(boss, admin);
    expect(other.secondPerson, 'manages accounts').toBe(true);
    const waits = (await told(dpo)).filter((n) => n.approve);
    expect(waits.map((n) => n.personId)).toEqual([admin.id]);
    expect((await use(other.code)).status).toBe(409);
    expect((await recover(boss, planner)).secondPerson).toBe(false);
  });

  test('ACC-37 ending the role before the recovery does not spare the second person', async () => {
    const [boss, , steward] = await offices('38', 'tf_secretariat', 'sysadmin', 'data_steward');
    const person = (await world.call(boss, 'GET', `/accounts/people/${steward.id}`)).body as {
      grants: { id: string; version: number }[];
    };
    const [grant] = person.grants;
    const ended = await world.call(boss, 'POST', `/accounts/grants/${grant?.id}/end`, {
      version: grant?.version,
      reason: 'Pindah tugas',
    });
    expect(ended.status).toBe(200);
    expect((await recover(boss, steward)).secondPerson).toBe(true);
  });

  test('ACC-37 raw SQL of the maker approves nothing, also in another name', async () => {
    const [boss, , steward, dpo] = await offices(
      '37',
      'tf_secretariat',
      'sysadmin',
      'data_steward',
      'data_protection_officer',
    );
    const made = await recover(boss, steward);
    const raw = (by: Person, name: string) =>
      world.as(by, async (ctx) => {
        const done = await ctx.client.query(
          "update accounts.recovery set approved_by = $1, approved_at = now(), approved_reason = 'x' where id = $2",
          [name, made.id],
        );
        return done.rowCount;
      });
    expect(await raw(boss, boss.id)).toBe(0);
    await expect(raw(dpo, boss.id)).rejects.toMatchObject({ code: '42501' });
    await expect(
      world.as(dpo, (ctx) => ctx.client.query('update accounts.recovery set used_at = now()')),
    ).rejects.toMatchObject({ code: '42501' });
    await expect(
      world.as(dpo, (ctx) =>
        ctx.client.query(
          "insert into accounts.notice (id, tenant, person, kind, act) values ($1, '37', $2, 'recovery_used', $1)",
          [randomUUIDv7(), dpo.id],
        ),
      ),
    ).rejects.toMatchObject({ code: '42501' });
  });
});
