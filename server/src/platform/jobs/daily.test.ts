import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { createWorld, type World } from '../../../test/world.ts';
import { clockAt } from '../clock.ts';
import { openPool, type Pool } from '../db/connect.ts';
import { queueDaily } from './daily.ts';

let world: World;
let worker: Pool;
beforeAll(async () => {
  world = await createWorld();
  const { address, passwords } = inject('database');
  const [row] = await world.asOwner('select current_database() as name');
  const password = passwords.simpul_worker;
  worker = openPool(
    { ...address, database: String(row?.['name']), ...(password ? { password } : {}) },
    'simpul_worker',
    2,
  );
  await world.tenant('64', 'Kalimantan Timur', 'Asia/Makassar');
  await world.tenant('62', 'Kalimantan Tengah', 'Asia/Jakarta');
});
afterAll(async () => {
  await worker?.end();
  await world?.close();
});

const daily = (now: string) => ({
  pool: worker,
  services: {
    ...world.app.services,
    gate: { ...world.app.services.gate, pool: worker },
    clock: clockAt(now),
  },
  tasks: ['duties.daily'],
  onError: (error: unknown) => {
    throw error;
  },
});
const jobs = () =>
  world.asOwner(
    `select j.tenant, j.task, p.kind from platform.job j join accounts.person p on p.id = j.actor order by j.created_at, j.tenant`,
  );

test('every tenant has its tasks once a day, when its own day begins', async () => {
  const queued = new Map<string, string>();
  expect(await queueDaily(daily('2026-11-25T02:00:00Z'), queued)).toBe(2);
  expect(await queueDaily(daily('2026-11-25T15:59:00Z'), queued)).toBe(0);
  // 16.00 UTC is midnight in WITA, an hour before it is in WIB
  expect(await queueDaily(daily('2026-11-25T16:00:00Z'), queued)).toBe(1);
  expect(await queueDaily(daily('2026-11-25T17:00:00Z'), queued)).toBe(1);
  const made = await jobs();
  expect(made.map((j) => j['tenant']).toSorted()).toEqual(['62', '62', '64', '64']);
  expect(new Set(made.map((j) => `${String(j['task'])} ${String(j['kind'])}`))).toEqual(
    new Set(['duties.daily system']),
  );
});

test('keys of repeated commands go after seven days', async () => {
  const person = await world.person('tf_member');
  await world.asOwner(
    `insert into platform.idempotency (tenant, actor, key, route, request_hash, ref_id, created_at)
     select '64', $1, 'kunci-hari-' || d, 'POST /uji', '\\x00', 'x', now() - make_interval(days => d)
       from unnest(array[6, 8]) d`,
    [person.id],
  );
  await queueDaily(daily('2026-11-26T17:00:00Z'), new Map());
  const left = await world.asOwner('select key from platform.idempotency where actor = $1', [person.id]);
  expect(left).toEqual([{ key: 'kunci-hari-6' }]);
  await expect(
    world.as(person, (ctx) => ctx.client.query('select platform.forget_idempotency()')),
  ).rejects.toThrow('permission denied');
});

test('a suspended system account does nothing; the application may not list these accounts', async () => {
  await world.asOwner(
    "update accounts.person set state = 'suspended' where kind = 'system' and tenant = '62'",
  );
  expect(await queueDaily(daily('2026-11-27T02:00:00Z'), new Map())).toBe(1);
  await expect(
    world.app.services.gate.pool.query('select * from accounts.system_accounts()'),
  ).rejects.toThrow('permission denied');
});
