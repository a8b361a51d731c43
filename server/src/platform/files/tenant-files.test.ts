import { buffer } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { createWorld, type Person, type World } from '../../../test/world.ts';
import { loginPool } from '../../prepare.ts';
import { destroyDataKey } from '../crypto/keys.ts';
import { withActor } from '../db/with-actor.ts';
import { openFiles, takeFile } from './tenant-files.ts';

let world: World;
let person: Person;
beforeAll(async () => {
  world = await createWorld();
  person = await world.person('tf_secretariat');
});
afterAll(() => world.close());

const take = (text: string) =>
  world.as(person, async (ctx) => {
    const content = Readable.from([Buffer.from(text)]);
    return (await takeFile(ctx, content, { allow: ['csv'], maxBytes: 1000 })).id;
  });
const read = (id: string) =>
  world.as(person, async (ctx) => {
    const store = await openFiles(ctx.client, ctx.services, ctx.actor.tenant);
    return (await buffer(await store.get(id))).toString();
  });

test('a file opens by a key of its own: destroying it erases that file and no other', async () => {
  const [one, two] = [await take('a;b\n1;2'), await take('a;b\n3;4')];
  expect([await read(one), await read(two)]).toEqual(['a;b\n1;2', 'a;b\n3;4']);
  const { gate } = world.app.services;
  const { options } = gate.pool;
  const address = { host: options.host ?? '', port: options.port ?? 5432, database: options.database ?? '' };
  const pool = loginPool({ address, passwords: inject('database').passwords }, 'simpul_worker', 1);
  try {
    const scope = { actor: person.id, tenant: '64', agency: null };
    const done = await withActor({ ...gate, pool }, scope, (client) =>
      destroyDataKey(client, { kind: 'file', id: one, reason: 'request' }),
    );
    expect(done).toBe(true);
  } finally {
    await pool.end();
  }
  await expect(read(one)).rejects.toMatchObject({ code: 'not_found' });
  expect(await read(two)).toBe('a;b\n3;4');
});
