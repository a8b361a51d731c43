import { randomUUID } from 'node:crypto';
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

test('what stands in the queue alone runs as nobody: the job must have been queued by that person', async () => {
  const [steward, member] = [await world.person('data_steward'), await world.person('tf_member')];
  await world.asOwner("insert into platform.task (name) values ('uji.siapa')");
  const { options } = world.app.services.gate.pool;
  const address = { host: options.host ?? '', port: options.port ?? 5432, database: options.database ?? '' };
  const pool = loginPool({ address, passwords: inject('database').passwords }, 'simpul_worker', 4);
  const ran: string[] = [];
  const work = () =>
    workOnce(
      pool,
      { ...world.app.services, gate: { ...world.app.services.gate, pool } },
      { 'uji.siapa': (job) => job.inTransaction(async (ctx) => void ran.push(ctx.actor.id)) },
    );
  const forge = (payload: Record<string, unknown>) =>
    pool.query('select graphile_worker.add_job($1, $2)', ['uji.siapa', JSON.stringify(payload)]);
  try {
    const made = await world.as(member, (ctx) => ctx.enqueue('uji.siapa', { area: '64.72' }));
    const asMade = { job: made, tenant: '64', actor: member.id, agency: null, ids: { area: '64.72' } };
    await forge({ ...asMade, job: randomUUID(), actor: steward.id });
    await forge({ ...asMade, actor: steward.id });
    await forge({ ...asMade, ids: { area: '62.71' } });
    await work();
    expect(ran).toEqual([member.id]);
    // Over is over: the same job does not run a second time.
    await forge(asMade);
    await work();
    expect(ran).toEqual([member.id]);
  } finally {
    await pool.end();
  }
});
