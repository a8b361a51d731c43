import { randomUUIDv7 } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { goodPassword, openBrowser, withPassword } from '../../../test/browser.ts';
import { createWorld, type Person, type World } from '../../../test/world.ts';

let world: World;
let manager: Person;
let reviewer: Person;
beforeAll(async () => {
  world = await createWorld();
  manager = await world.person('tf_secretariat', { stepUp: true });
  reviewer = await world.person('data_protection_officer', { session: true });
});
afterAll(() => world.close());

const detail = async (id: string, as = manager) => {
  const r = await world.call(as, 'GET', `/accounts/people/${id}`);
  return r.body as {
    version: number;
    grants: { id: string; version: number; state: string }[];
    state: string;
  };
};
const grantBody = { role: 'planner', basis: 'SK uji 1/2026' };

describe('list and detail (ACC-44)', () => {
  test('pages by name, filters by role and state, and finds by part of a name', async () => {
    const tenant = await world.tenant('62', 'Kalimantan Tengah', 'Asia/Jakarta');
    const boss = await world.person('tf_secretariat', { tenant });
    for (const role of ['planner', 'auditor', 'governor']) await world.person(role, { tenant });
    const list = async (query: string) =>
      (await world.call(boss, 'GET', `/accounts/people?${query}`)).body as {
        items: { name: string; roles: { role: string }[] }[];
        nextCursor: string | null;
        total: number;
      };
    const first = await list('limit=3');
    expect(first).toMatchObject({ total: 4 });
    const second = await list(`limit=3&cursor=${first.nextCursor ?? ''}`);
    expect([...first.items, ...second.items].map((p) => p.roles[0]?.role).sort()).toEqual([
      'auditor',
      'governor',
      'planner',
      'tf_secretariat',
    ]);
    expect(second.nextCursor).toBeNull();
    expect((await list('role=auditor')).items.map((p) => p.name)).toEqual(['Pejabat auditor']);
    expect((await list('text=PLAN')).total).toBe(1);
    expect((await list('text=%25')).total, 'a sign of LIKE is a sign').toBe(0);
    expect((await list('state=suspended')).total).toBe(0);
  });

  test('another task force sees nothing of it', async () => {
    const mine = await world.person('planner');
    const foreign = await world.person('tf_secretariat', { tenant: '62' });
    expect((await world.call(foreign, 'GET', `/accounts/people/${mine.id}`)).status).toBe(404);
  });

  test('a cursor that is not ours and a role that does not exist are named', async () => {
    expect((await world.call(manager, 'GET', '/accounts/people?cursor=abc')).body).toMatchObject({
      code: 'invalid',
      errors: [{ path: 'cursor' }],
    });
    expect((await world.call(manager, 'GET', '/accounts/people?role=raja')).status).toBe(422);
  });
});

describe('roles (ACC-40 to ACC-42)', () => {
  test('a role is given on a basis, counts at once, and ends at once with a reason', async () => {
    const p = await world.person('tf_member');
    const given = await world.call(manager, 'POST', `/accounts/people/${p.id}/grants`, grantBody);
    expect(given.status).toBe(200);
    const me = () => world.call(p, 'GET', '/accounts/me');
    expect((await me()).body).toMatchObject({ roles: expect.arrayContaining(['tf_member', 'planner']) });
    const { id } = given.body as { id: string };
    const ended = await world.call(manager, 'POST', `/accounts/grants/${id}/end`, {
      version: 1,
      reason: 'Pindah tugas',
    });
    expect(ended.body).toEqual({ id, version: 2 });
    expect((await me()).body).toMatchObject({ roles: ['tf_member'] });
    const after = await detail(p.id);
    expect(after.grants.find((g) => g.id === id)).toMatchObject({
      state: 'ended',
      endedReason: 'Pindah tugas',
      grantedByName: 'Pejabat tf_secretariat',
      abilities: { end: false, review: false },
    });
    expect(
      (await world.call(manager, 'POST', `/accounts/grants/${id}/end`, { version: 2, reason: 'Lagi' })).body,
    ).toMatchObject({ code: 'wrong_state' });
  });

  test('needs a session that confirmed the second factor; a token is turned away', async () => {
    const p = await world.person('tf_member');
    const path = `/accounts/people/${p.id}/grants`;
    const { cookie: _cookie, ...byToken } = manager;
    expect((await world.call(byToken, 'POST', path, grantBody)).body).toMatchObject({
      code: 'session_required',
    });
    const fresh = await world.signedIn(byToken);
    expect((await world.call(fresh, 'POST', path, grantBody)).body).toMatchObject({
      code: 'step_up_required',
    });
  });

  test('nobody grants, ends, reviews or suspends oneself', async () => {
    const own = await detail(manager.id);
    const [g] = own.grants;
    expect(own).toMatchObject({ abilities: { grant: false, suspend: false } });
    expect(
      (await world.call(manager, 'POST', `/accounts/people/${manager.id}/grants`, grantBody)).status,
    ).toBe(403);
    expect(
      (
        await world.call(manager, 'POST', `/accounts/grants/${g?.id}/end`, {
          version: g?.version,
          reason: 'Coba',
        })
      ).status,
    ).toBe(403);
    expect(
      (
        await world.call(manager, 'POST', `/accounts/grants/${g?.id}/review`, {
          version: g?.version,
          decision: 'confirm',
        })
      ).status,
    ).toBe(403);
    expect(
      (
        await world.call(manager, 'POST', `/accounts/people/${manager.id}/suspend`, {
          version: own.version,
          reason: 'Coba',
        })
      ).status,
    ).toBe(403);
  });

  test('the system account and a role held already cannot be given; days must be in order', async () => {
    const p = await world.person('tf_member');
    const give = async (body: object) =>
      (await world.call(manager, 'POST', `/accounts/people/${p.id}/grants`, body)).body;
    expect(await give({ ...grantBody, role: 'system' })).toMatchObject({
      code: 'invalid',
      errors: [{ path: 'role' }],
    });
    expect(await give({ ...grantBody, role: 'tf_member' })).toMatchObject({
      errors: [{ path: 'role', code: 'held' }],
    });
    expect(await give({ ...grantBody, validFrom: '2027-01-02', validTo: '2027-01-01' })).toMatchObject({
      errors: [{ path: 'validTo' }],
    });
    expect(await give({ ...grantBody, validFrom: '2027-02-30' })).toMatchObject({ code: 'invalid' });
  });

  test('a changed version is refused', async () => {
    const p = await world.person('tf_member');
    const [g] = (await detail(p.id)).grants;
    expect(
      (await world.call(manager, 'POST', `/accounts/grants/${g?.id}/end`, { version: 7, reason: 'Coba' }))
        .body,
    ).toMatchObject({ code: 'stale_version' });
  });

  test('the last who manages accounts stays, also when two end each other at once', async () => {
    const tenant = await world.tenant('63', 'Kalimantan Selatan', 'Asia/Makassar');
    const [a, b] = [
      await world.person('sysadmin', { tenant, session: true }),
      await world.person('sysadmin', { tenant, session: true }),
    ];
    const grantOf = async (who: Person, by: Person) => (await detail(who.id, by)).grants[0];
    const [ga, gb] = [await grantOf(a, b), await grantOf(b, a)];
    const end = (by: Person, g: typeof ga) =>
      world.call(by, 'POST', `/accounts/grants/${g?.id}/end`, { version: g?.version, reason: 'Saling' });
    const replies = await Promise.all([end(a, gb), end(b, ga)]);
    const codes = replies.map((r) => (r.status === 200 ? 'done' : (r.body as { code: string }).code)).sort();
    expect(codes.filter((c) => c === 'done')).toHaveLength(1);
    expect(codes.find((c) => c !== 'done')).toMatch(
      /^(wrong_state|stale_version|not_found|unauthenticated)$/,
    );
    const left = await world.asOwner(
      "select count(*)::int as n from accounts.role_grant where role <> 'system' and tenant = '63' and ended_at is null",
    );
    expect(left).toEqual([{ n: 1 }]);
  });
});

describe('yearly review (ACC-43)', () => {
  test('lists what is due, confirms for a year or ends, by somebody else', async () => {
    const p = await world.person('campus_pic');
    await world.asOwner("update accounts.role_grant set review_due = '2026-12-01' where person = $1", [p.id]);
    const due = async () =>
      (
        (await world.call(reviewer, 'GET', '/accounts/reviews')).body as {
          items: { id: string; personId: string; version: number }[];
        }
      ).items.find((g) => g.personId === p.id);
    const g = await due();
    expect(g).toMatchObject({ personName: 'Pejabat campus_pic', abilities: { review: true, end: false } });
    const review = (body: object) =>
      world.call(reviewer, 'POST', `/accounts/grants/${g?.id}/review`, { version: g?.version, ...body });
    expect((await review({ decision: 'end' })).body).toMatchObject({
      code: 'invalid',
      errors: [{ path: 'reason' }],
    });
    expect((await review({ decision: 'confirm' })).status).toBe(200);
    expect(await due()).toBeUndefined();
    const kept = await world.asOwner(
      'select review_due, reviewed_by from accounts.role_grant where person = $1',
      [p.id],
    );
    expect(kept).toEqual([{ review_due: '2027-11-25', reviewed_by: reviewer.id }]);

    const [now] = (await detail(p.id)).grants;
    const ended = await world.call(reviewer, 'POST', `/accounts/grants/${now?.id}/review`, {
      version: now?.version,
      decision: 'end',
      reason: 'Tidak aktif',
    });
    expect(ended.status).toBe(200);
    expect((await world.call(p, 'GET', '/accounts/me')).status).toBe(401);
  });

  test('is not for everyone', async () => {
    expect((await world.call(await world.person('planner'), 'GET', '/accounts/reviews')).status).toBe(403);
  });
});

describe('suspension (ACC-6, ACC-42)', () => {
  test('ends sessions and tokens for good; the account can be opened again', async () => {
    const p = await world.person('planner');
    const browser = await world.signedIn(p);
    const { version } = await detail(p.id);
    expect(
      (
        await world.call(manager, 'POST', `/accounts/people/${p.id}/suspend`, {
          version,
          reason: 'Cuti panjang',
        })
      ).status,
    ).toBe(200);
    expect((await world.call(browser, 'GET', '/accounts/me')).status).toBe(401);
    expect((await world.call(p, 'GET', '/accounts/me')).status).toBe(401);
    expect(await detail(p.id)).toMatchObject({
      state: 'suspended',
      suspendedReason: 'Cuti panjang',
      abilities: { reactivate: true, suspend: false },
    });
    expect(
      (await world.call(manager, 'POST', `/accounts/people/${p.id}/reactivate`, { version: version + 1 }))
        .status,
    ).toBe(200);
    expect((await world.call(browser, 'GET', '/accounts/me')).status, 'the old session is gone').toBe(401);
    expect((await world.call(p, 'GET', '/accounts/me')).status, 'and so is the old token').toBe(401);
    const again = await world.signedIn(p);
    expect((await world.call(again, 'GET', '/accounts/tokens')).body).toMatchObject([{ state: 'revoked' }]);
  });

  test('of the last manager is refused with the reason', async () => {
    const tenant = await world.tenant('61', 'Kalimantan Barat', 'Asia/Jakarta');
    const [one, helper] = [
      await world.person('sysadmin', { tenant }),
      await world.person('tf_secretariat', { tenant, session: true }),
    ];
    await world.asOwner('update accounts.role_grant set valid_to = current_date - 1 where person = $1', [
      one.id,
    ]);
    await world.asOwner(
      "update accounts.role_grant set valid_to = null, role = 'sysadmin' where person = $1",
      [one.id],
    );
    await world.asOwner(
      "delete from accounts.role_capability where role = 'tf_secretariat' and capability = 'accounts.manage'",
    );
    try {
      const r = await world.call(helper, 'POST', `/accounts/people/${one.id}/suspend`, {
        version: 1,
        reason: 'Coba',
      });
      expect(r.status).toBe(403);
      await expect(
        world.asOwner("update accounts.person set state = 'suspended' where id = $1", [one.id]),
      ).rejects.toThrow(/stays/);
    } finally {
      await world.asOwner(
        "insert into accounts.role_capability values ('tf_secretariat', 'accounts.manage')",
      );
    }
  });
});

test('a locked account is seen and unlocked', async () => {
  const p = await world.person('planner');
  await withPassword(world, p);
  const browser = openBrowser(world);
  const attempt = (password: string) => browser.auth('/sign-in/email', { email: p.email, password });
  for (let i = 0; i < 5; i++) await attempt('bukan sandi yang benar');
  expect((await attempt(goodPassword)).status).toBe(429);
  expect(await detail(p.id)).toMatchObject({ lockedUntil: expect.any(String), abilities: { unlock: true } });
  expect((await world.call(manager, 'POST', `/accounts/people/${p.id}/unlock`)).status).toBe(200);
  expect(await detail(p.id)).toMatchObject({ lockedUntil: null, abilities: { unlock: false } });
  expect((await attempt(goodPassword)).status).toBe(200);
});

test('raw SQL of the request path cannot rewrite a role, its holder or basis, nor make an account', async () => {
  const p = await world.person('planner');
  const refused = (sql: string, values: unknown[] = []) =>
    expect(world.as(manager, (ctx) => ctx.client.query(sql, values))).rejects.toMatchObject({
      code: '42501',
    });
  await refused("update accounts.role_grant set role = 'sysadmin' where person = $1", [p.id]);
  await refused('update accounts.role_grant set person = $1 where person = $2', [manager.id, p.id]);
  await refused("update accounts.person set email = 'lain@contoh.test' where id = $1", [p.id]);
  await refused("insert into accounts.person (id, tenant, name) values ($1, '64', 'Palsu')", [
    randomUUIDv7(),
  ]);
  await refused('delete from accounts.role_grant');
  await refused(
    `insert into accounts.role_grant (id, tenant, person, role, valid_from, basis, granted_by, review_due)
     values ($1, '64', $2, 'sysadmin', current_date, 'sendiri', $2, current_date)`,
    [randomUUIDv7(), manager.id],
  );
});
