import { runMigrations } from 'graphile-worker';
import type { Pool } from '../db/connect.ts';
import { asMaintenance } from '../db/maintenance.ts';

/** Only tasks of this list can be queued. */
export const loadTaskNames = (owner: Pool, names: readonly string[]): Promise<unknown> =>
  asMaintenance(owner, 'migrate', async (client) => {
    await client.query('delete from platform.task where name <> all ($1::text[])', [names]);
    await client.query(
      'insert into platform.task (name) select * from unnest($1::text[]) on conflict do nothing',
      [names],
    );
  });

/**
 * Makes or upgrades the queue as simpul_worker, which owns it, and the one door to it: platform.enqueue().
 * `app` has no grant on the queue; its tables carry row-level security of their own.
 */
export async function migrateQueue(worker: Pool): Promise<void> {
  await worker.query('create schema if not exists graphile_worker');
  await runMigrations({ pgPool: worker, schema: 'graphile_worker' });
  await worker.query(`
    create or replace function platform.enqueue(task text, ids jsonb) returns uuid
      language plpgsql volatile security definer set search_path = ''
    as $$
    declare job uuid := gen_random_uuid();
    begin
      if platform.actor() is null then
        raise exception 'no signed context' using errcode = '42501';
      end if;
      if not exists (select 1 from platform.task t where t.name = enqueue.task) then
        raise exception 'unknown task' using errcode = '22023';
      end if;
      if jsonb_typeof(ids) <> 'object' or exists (
           select 1 from jsonb_each(ids) e
           where jsonb_typeof(e.value) <> 'string' or e.value #>> '{}' !~ '^[A-Za-z0-9._:-]{1,80}$') then
        raise exception 'a job carries ids only' using errcode = '22023';
      end if;
      insert into platform.job (id, tenant, task, ids, actor, agency)
      values (job, platform.tenant(), task, ids, platform.actor(), platform.agency());
      perform graphile_worker.add_job(task, json_build_object('job', job, 'tenant', platform.tenant(),
        'actor', platform.actor(), 'agency', platform.agency(), 'ids', ids), max_attempts := 3);
      return job;
    end $$;
    comment on function platform.enqueue(text, jsonb) is
      'Queues a task for the person of the signed context, in the caller''s transaction. Ids only.';
    revoke execute on function platform.enqueue(text, jsonb) from public;
    grant execute on function platform.enqueue(text, jsonb) to simpul_app;
  `);
}
