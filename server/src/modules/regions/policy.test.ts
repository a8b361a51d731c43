import { roles } from '@simpul/contract/accounts/roles';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createWorld, type Person, type World } from '../../../test/world.ts';

let world: World;
const people = new Map<string, Person>();
beforeAll(async () => {
  world = await createWorld();
  for (const role of roles) people.set(role.code, await world.person(role.code));
});
afterAll(() => world.close());

const as = (role: string) => people.get(role) ?? null;
const table = {
  source: 'Tabel buatan untuk uji',
  asOf: '2025-01-01',
  csv: 'kode,bps,nama\n64.07,6402,Kutai Barat\n',
};
const importers = ['tf_secretariat', 'data_steward'];

describe.each(roles.map((r) => r.code))('%s', (role) => {
  test('reads areas', async () => {
    for (const url of [
      '/regions/search?text=sepaku',
      '/regions/areas',
      '/regions/areas/64',
      '/regions/overlays',
      '/regions/source',
    ])
      expect((await world.call(as(role), 'GET', url)).status, url).toBe(200);
  });
  test(`${importers.includes(role) ? 'imports' : 'may not import'} a crosswalk`, async () => {
    const status = (await world.call(as(role), 'GET', '/regions/bps')).body as {
      abilities: { import: boolean };
    };
    expect(status.abilities.import).toBe(importers.includes(role));
    const r = await world.call(as(role), 'POST', '/regions/bps', table);
    expect(r.status).toBe(importers.includes(role) ? 200 : 403);
  });
});

test('nobody signed in reads nothing', async () => {
  expect((await world.call(null, 'GET', '/regions/areas')).status).toBe(401);
});

test('the tables refuse what the routes never ask: rows of areas, rows in another name, a stored row changed', async () => {
  const steward = as('data_steward');
  const reader = as('tf_member');
  if (!steward || !reader) throw new Error('roles are missing');
  const sql = (p: Person, text: string, values: unknown[] = []) =>
    world.as(p, (ctx) => ctx.client.query(text, values));
  await expect(sql(steward, "update regions.area set name = 'x' where code = '64'")).rejects.toThrow(
    /permission denied/,
  );
  await expect(
    sql(
      reader,
      `insert into regions.bps_import (id, tenant, source, as_of, sha256, rows, traps, imported_by, imported_at)
       values (gen_random_uuid(), '64', 'x', '2025-01-01', 'x', 1, 0, $1, now())`,
      [reader.id],
    ),
  ).rejects.toThrow(/row-level security/);
  await expect(sql(steward, "update regions.bps_crosswalk set code = '64.01'")).rejects.toThrow(
    /permission denied/,
  );
});
