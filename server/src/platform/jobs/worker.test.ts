import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { createWorld, type World } from '../../../test/world.ts';
import { loginPool } from '../../prepare.ts';
import { workOnce } from './worker.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

test('what a task failed with is kept without the value that the database quotes', async () => {
  const person = await world.person('tf_secretariat');
  await expect(world.as(person, (ctx) => ctx.enqueue('uji.gagal', {}))).rejects.toThrow('unknown task');
  await world.asOwner("insert into platform.task (name) values ('uji.gagal')");
  await world.as(person, (ctx) => ctx.enqueue('uji.gagal', {}));
  const { options } = world.app.services.gate.pool;
  const address = { host: options.host ?? '', port: options.port ?? 5432, database: options.database ?? '' };
  const passwords = inject('database').passwords;
  const pool = loginPool({ address, passwords }, 'simpul_worker', 4);
  try {
    const services = { ...world.app.services, gate: { ...world.app.services.gate, pool } };
    await workOnce(pool, services, {
      'uji.gagal': (job) =>
        job.inTransaction(
          async (ctx) => void (await ctx.client.query('select $1::text::date', ['RATNA CONTOH'])),
        ),
    });
    const kept = await pool.query('select last_error from graphile_worker._private_jobs');
    expect(kept.rows).toEqual([{ last_error: expect.stringContaining('refused by the database (22007)') }]);
    expect(JSON.stringify(kept.rows)).not.toContain('RATNA');
  } finally {
    await pool.end();
  }
});
