import fs from 'node:fs';
import path from 'node:path';
import { capabilities, type Role, roles } from '@simpul/contract/accounts/roles';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { downloads } from '../src/downloads.ts';
import { accessMatrix, allRoutes, mayCall, type Route } from '../../tools/access-matrix.ts';
import { createWorld, type Person, type World } from './world.ts';

const file = path.join(import.meta.dirname, '../../docs/access-matrix.md');
const routes = allRoutes();

test('docs/access-matrix.md says what the contract says; npm run docs writes it anew', () => {
  expect(fs.readFileSync(file, 'utf8')).toBe(accessMatrix());
});

test('a changed permission changes the document', () => {
  const loosened = routes.map((r) =>
    r.permission === 'accounts.manage' ? { ...r, permission: 'signed-in' } : r,
  );
  expect(accessMatrix(loosened)).not.toBe(accessMatrix());
});

test('CLR-34 names step-up and purpose of every file that holds identity', () => {
  const lines = accessMatrix()
    .split('\n')
    .filter((line) => line.startsWith('| GET /downloads/clearing/'));
  expect(lines.map((line) => line.split(' | ')[2])).toEqual([
    'step-up, purpose clearing.correct',
    'step-up, purpose clearing.correct',
    'step-up, purpose clearing.verify',
  ]);
  const without = downloads.filter((d) => d.purpose === undefined).map((d) => d.path);
  expect(without, 'these hold no identity: each was read with that in mind').toEqual([
    '/figures.csv',
    '/reporting/reports/:id/:format',
    '/reporting/records/:id/:format',
    '/reporting/templates/:kind',
  ]);
});

describe('the contract', () => {
  test('names for every route a capability that a role holds', () => {
    const unknown = routes.filter((r) => !['public', 'signed-in', ...capabilities].includes(r.permission));
    expect(unknown.map((r) => r.path)).toEqual([]);
    const nobody = routes.filter(
      (r) => r.permission !== 'public' && !roles.some((role) => mayCall(role, r.permission)),
    );
    expect(nobody.map((r) => r.path)).toEqual([]);
  });

  test('has a route for every capability: one that opens nothing misleads the screens', () => {
    // These two are asked for by policies of the database and by commands behind a wider route.
    const used = new Set(['accounts.entrust', 'jobs.read', ...routes.map((r) => r.permission)]);
    expect(capabilities.filter((c) => !used.has(c))).toEqual([]);
  });

  test('names every command in the trail', () => {
    const badly = routes.filter(
      (r) => (r.kind === 'command' ? !r.audit : false) || (r.audit && !/^[a-z_]+(\.[a-z_]+)+$/.test(r.audit)),
    );
    expect(badly.map((r) => r.path)).toEqual([]);
  });

  test('leaves open without sign-in what has to be, and nothing else', () => {
    expect(
      routes
        .filter((r) => r.permission === 'public')
        .map((r) => `${r.method} ${r.path}`)
        .sort(),
    ).toEqual([
      'GET /demo',
      'POST /accounts/invitations/accept',
      'POST /accounts/invitations/open',
      'POST /accounts/recover',
    ]);
  });

  test('lets an account without second factor only see itself and its sessions', () => {
    expect(
      routes
        .filter((r) => r.withoutSecondFactor)
        .map((r) => `${r.method} ${r.path}`)
        .sort(),
    ).toEqual([
      'GET /accounts/me',
      'GET /accounts/sessions',
      'POST /accounts/sessions/revoke-others',
      'POST /accounts/sessions/{id}/revoke',
    ]);
  });

  test('names the purposes of every read of identity by hand, none that scheduled work has', () => {
    const named = routes.filter((r) => r.purposes).map((r) => [r.path, r.purposes?.join(' ')]);
    expect(Object.fromEntries(named)).toEqual({
      '/clearing/pairs/{id}/fields/{field}': 'clearing.review',
      '/clearing/rows/{id}/identity': 'clearing.check_source clearing.correct_row clearing.answer_question',
      '/downloads/clearing/imports/{id}/corrected.csv': 'clearing.correct',
      '/downloads/clearing/imports/{id}/corrected.xlsx': 'clearing.correct',
      '/downloads/clearing/imports/{id}/original': 'clearing.verify',
    });
  });

  test('has one route for a method and path, and one door for a name', () => {
    const addresses = routes.map((r) => `${r.method} ${r.path.replace(/\{\w+\}/g, '{}')}`);
    expect(addresses.filter((a, i) => addresses.indexOf(a) !== i)).toEqual([]);
  });
});

let world: World;
const people = new Map<string, Person>();
/** Roles with the same capabilities are the same to the gate: one of them is enough. */
const distinct: Role[] = [...new Map(roles.map((r) => [r.capabilities.toSorted().join(), r])).values()];
beforeAll(async () => {
  world = await createWorld();
  for (const role of distinct) people.set(role.code, await world.person(role.code, { stepUp: true }));
});
afterAll(() => world.close());

const personOf = (role: Role): Person => {
  const p = people.get(role.code);
  if (!p) throw new Error(`no person holds ${role.code}`);
  return p;
};
const addressOf = (r: Route) =>
  r.path.replace(/\{(\w+)\}/g, (_, name: string) =>
    name === 'year' ? '2024' : '01a210f7-1359-7816-aa6f-7c505b020674',
  );
const callFor = (person: Person | null, r: Route, purpose?: string) =>
  world.call(
    person,
    r.method as 'GET',
    addressOf(r),
    r.method === 'GET' ? undefined : {},
    purpose === undefined ? {} : { 'x-purpose': purpose },
  );
const call = (person: Person | null, r: Route) => callFor(person, r, r.purposes?.[0]);

/** Calls routes as roles that may not, and tells what was not refused. */
async function openDoors(some: Route[]): Promise<string[]> {
  const open: string[] = [];
  for (const route of some.filter((r) => r.permission !== 'public')) {
    const nobody = await call(null, route);
    if (nobody.status !== 401) open.push(`nobody ${route.method} ${route.path} ${nobody.status}`);
    for (const role of distinct.filter((r) => !mayCall(r, route.permission))) {
      const { status } = await call(personOf(role), route);
      if (status !== 403) open.push(`${role.code} ${route.method} ${route.path} ${status}`);
    }
  }
  return open;
}

describe('the server', () => {
  test('refuses every route to nobody and to every role that may not', async () => {
    expect(await openDoors(routes)).toEqual([]);
  }, 120_000);

  test('lets in who may, and answers even an empty call without falling over', async () => {
    const wrong: string[] = [];
    for (const route of routes) {
      const role = distinct.find((r) => mayCall(r, route.permission));
      const { status, body } = await call(role ? personOf(role) : null, route);
      const code = (body as { code?: string } | null)?.code;
      if (status >= 500 || status === 401 || code === 'step_up_required')
        wrong.push(`${role?.code} ${route.method} ${route.path} ${status}`);
    }
    expect(wrong).toEqual([]);
  }, 60_000);

  test('refuses a purpose that the route does not name, and tells which it does', async () => {
    const wrong: string[] = [];
    for (const route of routes.filter((r) => r.permission !== 'public')) {
      const role = distinct.find((r) => mayCall(r, route.permission));
      const person = role ? personOf(role) : null;
      for (const purpose of ['iseng', 'clearing', 'job', ...(route.purposes ? ['clearing.iseng'] : [])]) {
        const { status, body } = await callFor(person, route, purpose);
        const text = JSON.stringify(body);
        const told = route.purposes?.every((p) => text.includes(p)) ?? text.includes('takes no purpose');
        if (status !== (route.purposes ? 403 : 422) || !told)
          wrong.push(`${route.method} ${route.path} ${purpose} ${status}`);
      }
    }
    expect(wrong).toEqual([]);
  }, 60_000);

  test('writes a refusal into the trail', async () => {
    const companion = distinct.find((r) => !mayCall(r, 'accounts.manage'));
    if (!companion) throw new Error('every role manages accounts');
    const p = personOf(companion);
    await world.call(p, 'POST', '/accounts/invitations', {});
    const rows = await world.asOwner(
      "select outcome, detail from audit.entry where actor = $1 and action = 'accounts.invite'",
      [p.id],
    );
    expect(rows).toContainEqual({
      outcome: 'refused',
      detail: { route: 'POST /accounts/invitations', code: 'forbidden' },
    });
  });

  test('a planted open door is found', async () => {
    const [me] = routes.filter((r) => r.path === '/accounts/me');
    if (!me) throw new Error('GET /accounts/me is gone: plant elsewhere');
    const found = await openDoors([{ ...me, permission: 'accounts.manage' }]);
    expect(found.length).toBeGreaterThan(5);
    expect(found[0]).toMatch(/GET \/accounts\/me 200$/);
    const [demo] = routes.filter((r) => r.path === '/demo');
    expect(await openDoors(demo ? [{ ...demo, permission: 'signed-in' }] : [])).toEqual([
      'nobody GET /demo 200',
    ]);
  });

  test('answers nothing under /api beyond contract, files and sign-in', () => {
    const known = new Set([
      '/api/*',
      '/api/auth/*',
      '/api/openapi.json',
      '/api/reference',
      '/api/files',
      ...routes.filter((r) => r.module === 'files').map((r) => `/api${r.path}`),
    ]);
    const served = world.app.server.printRoutes({ commonPrefix: false }).split('\n')
      .map((l) => /(\/api[^ ]*)/.exec(l)?.[1]).filter((p) => p !== undefined); // prettier-ignore
    expect(served.length).toBeGreaterThan(3);
    expect([...new Set(served)].filter((p) => !known.has(p.replace(/:(\w+)/g, '{$1}')))).toEqual([]);
  });
});
