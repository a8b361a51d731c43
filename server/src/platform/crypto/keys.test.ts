import { randomUUIDv7 } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { createWorld, type Person, type World } from '../../../test/world.ts';
import { withActor } from '../db/with-actor.ts';
import type { PoolClient } from '../db/connect.ts';
import {
  createKeys,
  destroyDataKey,
  findDataKeys,
  getDataKey,
  makeDataKey,
  nameTokenKey,
  type Keys,
} from './keys.ts';
import { wrappedVersion } from './keyring.ts';
import { formatMasterKey, loadMasterKey, withNewVersion } from './master-key.ts';
import { makeMasterKeyFile } from './master-key-file.ts';
import { masterVersionsInUse, rotateMaster, rotateTenant } from './rotate.ts';
import { open, seal } from './seal.ts';
import { nameTokens } from './tokens.ts';
import { openPool, type Pool } from '../db/connect.ts';

let world: World;
let officer: Person;
let neighbour: Person;
let keys: Keys;
let worker: Pool;
const tenant = '64';

beforeAll(async () => {
  world = await createWorld();
  officer = await world.person('intake_officer');
  await world.tenant('62', 'Kalimantan Tengah', 'Asia/Pontianak');
  neighbour = await world.person('intake_officer', { tenant: '62' });
  keys = createKeys(world.app.services.masterKey);
  const { address, passwords } = inject('database');
  const database = (await world.asOwner('select current_database() as d'))[0]?.['d'] as string;
  const password = passwords.simpul_worker;
  worker = openPool({ ...address, database, ...(password ? { password } : {}) }, 'simpul_worker', 2);
});
afterAll(async () => {
  await worker.end();
  await world.close();
});

const as = <T>(who: Person, code: string, work: (client: PoolClient) => Promise<T>, pool?: Pool) =>
  withActor(
    pool ? { ...world.app.services.gate, pool } : world.app.services.gate,
    { actor: who.id, tenant: code, agency: null },
    (client) => work(client),
  );
const mine = <T>(work: (client: PoolClient) => Promise<T>) => as(officer, tenant, work);
const person = (id: string) => ({ tenant, kind: 'person' as const, id });

describe('data keys', () => {
  test('are made once, come back in a new process, and differ between people', async () => {
    const [a, b] = [randomUUIDv7(), randomUUIDv7()];
    const made = await mine((client) => makeDataKey(client, keys, person(a)));
    const other = await mine((client) => makeDataKey(client, keys, person(b)));
    const again = await mine((client) => getDataKey(client, createKeys(keys.master), person(a)));
    expect(again.version).toBe(1);
    expect(again.key.equals(made.key)).toBe(true);
    expect(other.key.equals(made.key)).toBe(false);
    await expect(mine((client) => makeDataKey(client, keys, person(a)))).rejects.toMatchObject({
      code: '23505',
    });
  });

  test('of a transaction that was rolled back are never used', async () => {
    const own = createKeys(keys.master);
    const fresh = '62';
    const id = randomUUIDv7();
    await expect(
      as(neighbour, fresh, async (client) => {
        await makeDataKey(client, own, { tenant: fresh, kind: 'person', id });
        throw new Error('the request failed');
      }),
    ).rejects.toThrow('the request failed');
    const made = await as(neighbour, fresh, (client) =>
      makeDataKey(client, own, { tenant: fresh, kind: 'person', id }),
    );
    const read = await as(neighbour, fresh, (client) =>
      getDataKey(client, createKeys(keys.master), { tenant: fresh, kind: 'person', id }),
    );
    expect(read.key.equals(made.key)).toBe(true);
  });

  test('of another tenant are not seen and not made', async () => {
    const id = randomUUIDv7();
    await mine((client) => makeDataKey(client, keys, person(id)));
    await as(neighbour, '62', async (client) => {
      expect(await findDataKeys(client, keys, { tenant, kind: 'person', ids: [id] })).toEqual(new Map());
    });
    await expect(as(neighbour, '62', (client) => makeDataKey(client, keys, person('x')))).rejects.toThrow(
      'row-level security',
    );
  });

  test('made by twenty requests at once all open, for a tenant that had no key', async () => {
    await world.tenant('63', 'Kalimantan Selatan', 'Asia/Makassar');
    const there = await world.person('intake_officer', { tenant: '63' });
    const ids = Array.from({ length: 20 }, () => randomUUIDv7());
    await Promise.all(
      ids.map((id) =>
        as(there, '63', (client) =>
          makeDataKey(client, createKeys(keys.master), { tenant: '63', kind: 'case', id }),
        ),
      ),
    );
    const found = await as(there, '63', (client) =>
      findDataKeys(client, createKeys(keys.master), { tenant: '63', kind: 'case', ids }),
    );
    expect(found.size).toBe(20);
    const tenantKeys = await world.asOwner("select version from platform.tenant_key where tenant = '63'");
    expect(tenantKeys).toHaveLength(1);
  });

  test('for search tokens are one per tenant and column', async () => {
    const [one, two] = await Promise.all([
      mine((client) => nameTokenKey(client, createKeys(keys.master), { tenant, column: 'name' })),
      mine((client) => nameTokenKey(client, createKeys(keys.master), { tenant, column: 'name' })),
    ]);
    expect(nameTokens(one, 'Melati')).toEqual(nameTokens(two, 'Melati'));
  });
});

describe('destroying a key', () => {
  test('erases what it sealed and is final', async () => {
    const id = randomUUIDv7();
    const place = { table: 'people.person', column: 'identity', rowId: id, tenant };
    const sealed = await mine(async (client) =>
      seal(await makeDataKey(client, keys, person(id)), place, { name: 'Melati' }),
    );
    expect(open(await mine((client) => getDataKey(client, keys, person(id))), place, sealed)).toEqual({
      name: 'Melati',
    });
    const destroy = (client: PoolClient) =>
      destroyDataKey(client, { kind: 'person', id, reason: 'retention' });
    expect(await as(officer, tenant, destroy, worker)).toBe(true);
    expect(await as(officer, tenant, destroy, worker)).toBe(false);
    await expect(mine((client) => getDataKey(client, keys, person(id)))).rejects.toMatchObject({
      code: 'key_destroyed',
    });
    await expect(mine((client) => makeDataKey(client, keys, person(id)))).rejects.toThrow('was destroyed');
    const kept = await world.asOwner(
      'select reason, actor from platform.destroyed_key where subject_id = $1',
      [id],
    );
    expect(kept).toEqual([{ reason: 'retention', actor: officer.id }]);
  });

  test('is not in the power of a request, nor of another tenant', async () => {
    const id = randomUUIDv7();
    await mine((client) => makeDataKey(client, keys, person(id)));
    const destroy = (client: PoolClient) =>
      destroyDataKey(client, { kind: 'person', id, reason: 'retention' });
    await expect(mine(destroy)).rejects.toMatchObject({ code: '42501' });
    await expect(mine((client) => client.query('delete from platform.data_key'))).rejects.toMatchObject({
      code: '42501',
    });
    expect(await as(neighbour, '62', destroy, worker)).toBe(false);
    await expect(
      worker.query("select platform.destroy_key('person', $1, 'retention')", [id]),
    ).rejects.toThrow('no signed context');
  });
});

describe('rotation', () => {
  test('of the master key re-wraps tenant keys, keeps old versions readable and data untouched', async () => {
    const id = randomUUIDv7();
    const before = await mine((client) => makeDataKey(client, keys, person(id)));
    const rows = await world.asOwner('select * from platform.data_key order by subject_id');
    const file = path.join(world.app.services.home, 'rotated.key');
    makeMasterKeyFile(file, formatMasterKey(keys.master));
    const done = await rotateMaster(world.owner, {
      source: { kind: 'file', path: file },
      master: keys.master,
    });
    expect(done.rewrapped).toBeGreaterThan(0);
    expect(done.master.current).toBe(keys.master.current + 1);
    expect(formatMasterKey(await loadMasterKey({ kind: 'file', path: file }, { mayMake: false }))).toBe(
      formatMasterKey(done.master),
    );
    expect(fs.readdirSync(path.dirname(file)).filter((name) => name.endsWith('.new'))).toEqual([]);
    expect((await masterVersionsInUse(world.owner)).wrapping).toEqual([done.master.current]);
    const after = await mine((client) => getDataKey(client, createKeys(done.master), person(id)));
    expect(after.key.equals(before.key)).toBe(true);
    // The old key alone opens nothing any more.
    await expect(
      mine((client) => getDataKey(client, createKeys(keys.master), person(id))),
    ).rejects.toMatchObject({
      code: 'key_version_unknown',
    });
    expect(await world.asOwner('select * from platform.data_key order by subject_id')).toEqual(rows);
    keys = createKeys(done.master);
  });

  test('of a master key kept elsewhere asks for the new version there first', async () => {
    const source = { kind: 'environment' as const, variable: 'K' };
    const refused = rotateMaster(world.owner, { source, master: keys.master });
    await expect(refused).rejects.toThrow(`Add version ${keys.master.current + 1}`);
    const next = withNewVersion(keys.master);
    const done = await rotateMaster(world.owner, { source, master: next });
    expect(done.rewrapped).toBeGreaterThan(0);
    keys = createKeys(done.master);
  });

  test('of a tenant key re-wraps its data keys only; sealed values stay as they are', async () => {
    const id = randomUUIDv7();
    const place = { table: 'people.person', column: 'identity', rowId: id, tenant };
    const sealed = await mine(async (client) =>
      seal(await makeDataKey(client, keys, person(id)), place, ['x']),
    );
    const others = await world.asOwner(
      'select * from platform.data_key where tenant <> $1 order by 1, 2, 3',
      [tenant],
    );
    const first = await rotateTenant(world.owner, { master: keys.master, tenant });
    const second = await rotateTenant(world.owner, { master: keys.master, tenant });
    expect(second.version).toBe(first.version + 1);
    const wrapped = await world.asOwner('select wrapped from platform.data_key where tenant = $1', [tenant]);
    expect(wrapped.length).toBe(second.rewrapped);
    expect(new Set(wrapped.map((row) => wrappedVersion(row['wrapped'] as Buffer)))).toEqual(
      new Set([second.version]),
    );
    const versions = await world.asOwner(
      'select version from platform.tenant_key where tenant = $1 order by 1',
      [tenant],
    );
    expect(versions.map((row) => row['version'])).toEqual([first.version, second.version]);
    expect(
      open(await mine((client) => getDataKey(client, createKeys(keys.master), person(id))), place, sealed),
    ).toEqual(['x']);
    expect(
      await world.asOwner('select * from platform.data_key where tenant <> $1 order by 1, 2, 3', [tenant]),
    ).toEqual(others);
  });
});

test('a wrapped key that was copied onto another person is refused', async () => {
  const [a, b] = [randomUUIDv7(), randomUUIDv7()];
  await mine(async (client) => {
    await makeDataKey(client, keys, person(a));
    await makeDataKey(client, keys, person(b));
  });
  await world.asOwner(
    'update platform.data_key k set wrapped = (select wrapped from platform.data_key where subject_id = $1) where subject_id = $2',
    [a, b],
  );
  await expect(mine((client) => getDataKey(client, keys, person(b)))).rejects.toMatchObject({
    code: 'unwrap_failed',
  });
});
