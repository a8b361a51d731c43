/** Who did something is who asks: columns that name a person for an act take the own name only, by raw SQL too. */
import { randomUUIDv7 } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PoolClient } from '../src/platform/db/connect.ts';
import { createWorld, type Person, type World } from './world.ts';

let world: World;
let manager: Person;
beforeAll(async () => {
  world = await createWorld();
  manager = await world.person('tf_secretariat');
});
afterAll(() => world.close());

/** Names that say "by" and mean no person. */
const exempt: Record<string, string> = {
  'clearing.source_row.superseded_by': 'the row that took its place',
  'figures.figure.superseded_by': 'the figure that took its place',
};

/**
 * Columns for a person who acts that the request path may write, without the trigger of platform.own_name(). A
 * policy alone does not do: an update policy sees the new row only, where another person may rightly stand.
 */
async function unbound(client: PoolClient): Promise<string[]> {
  const found = await client.query(`
    select format('%s.%s.%s', n.nspname, c.relname, a.attname) as name, act.name as act
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    cross join (values ('insert', 4), ('update', 16)) act (name, bit)
    where c.relkind in ('r', 'p') and a.atttypid = 'uuid'::regtype and a.attnum > 0 and not a.attisdropped
      and (a.attname ~ '_by$' or a.attname = 'actor')
      and n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'auth', 'graphile_worker')
      and has_column_privilege('simpul_app', c.oid, a.attnum, act.name)
      and not exists (
        select from pg_trigger t
        where t.tgrelid = c.oid and t.tgfoid::regproc::text = 'platform.refuse_other_name' and t.tgenabled = 'O'
          and t.tgtype & act.bit > 0 and encode(t.tgargs, 'escape') like a.attname || '\\\\000%')
    order by 1, 2`);
  return found.rows
    .filter((row) => !(String(row.name) in exempt))
    .map((row) => `${String(row.name)} on ${String(row.act)}: call platform.own_name() in its migration`);
}

async function asOwner<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await world.owner.connect();
  try {
    await client.query('begin');
    return await work(client);
  } finally {
    await client.query('rollback');
    client.release();
  }
}

test('ACC-46 every column that says who did something is bound to who asks', async () => {
  expect(await asOwner(unbound)).toEqual([]);
});
test('exemptions are columns that exist', async () => {
  for (const name of Object.keys(exempt)) {
    const [schema, table, column] = name.split('.');
    const found = await world.asOwner(
      'select 1 from information_schema.columns where table_schema = $1 and table_name = $2 and column_name = $3',
      [schema, table, column],
    );
    expect(found, name).toHaveLength(1);
  }
});

describe('the check finds what is planted', () => {
  const made = `create schema planted; create table planted.t (id uuid primary key, tenant text not null, seen_by uuid);
    select set_config('simpul.maintenance', 'migrate', true); select platform.protect('planted.t', 'tenant');`;
  const faultsOf = (sql: string) => asOwner(async (client) => (await client.query(sql), unbound(client)));
  test('a column nobody bound', async () => {
    expect(await faultsOf(made)).toEqual([
      expect.stringMatching(/^planted\.t\.seen_by on insert/),
      expect.stringMatching(/^planted\.t\.seen_by on update/),
    ]);
  });
  test('triggers that were switched off or meant for another column', async () => {
    const bound = `${made} select platform.own_name('planted.t', 'seen_by');`;
    expect(await faultsOf(bound)).toEqual([]);
    expect(await faultsOf(`${bound} alter table planted.t disable trigger all`)).toHaveLength(2);
    expect(await faultsOf(`${bound} alter table planted.t add column agreed_by uuid`)).toHaveLength(2);
  });
});

describe('raw SQL of the request path', () => {
  /** Code of the refusal; undefined where the statement went through. */
  const codeOf = (work: Promise<unknown>): Promise<unknown> =>
    work.then(
      () => undefined,
      (error: { code?: unknown }) => error.code,
    );
  const refused = '42501';
  const sql = (person: Person, text: string, values: unknown[] = []) =>
    world.as(person, async (ctx) => (await ctx.client.query(text, values)).rowCount);

  test('suspends in nobody else’s name', async () => {
    const [victim, other] = [await world.person('planner'), await world.person('planner')];
    const suspend = (by: string) =>
      sql(
        manager,
        "update accounts.person set state = 'suspended', suspended_at = now(), suspended_by = $2, suspended_reason = 'x' where id = $1",
        [victim.id, by],
      );
    expect(await codeOf(suspend(other.id))).toBe(refused);
    expect(await suspend(manager.id)).toBe(1);
    // What somebody else did stays in their name while another column changes.
    const second = await world.person('tf_secretariat');
    expect(
      await sql(second, 'update accounts.person set version = version + 1 where id = $1', [victim.id]),
    ).toBe(1);
    expect(
      await codeOf(
        sql(second, 'update accounts.person set suspended_by = $2 where id = $1', [victim.id, other.id]),
      ),
    ).toBe(refused);
  });

  test('ends no role in another name, at once or with the insert', async () => {
    const holder = await world.person('planner');
    expect(
      await codeOf(
        sql(
          manager,
          "update accounts.role_grant set ended_at = now(), ended_by = $2, ended_reason = 'x' where person = $1",
          [holder.id, holder.id],
        ),
      ),
    ).toBe(refused);
    expect(
      await codeOf(
        sql(
          manager,
          `insert into accounts.role_grant (id, tenant, person, role, valid_from, basis, granted_by, review_due, ended_by)
         values ($1, '64', $2, 'auditor', current_date, 'x', $3, current_date, $2)`,
          [randomUUIDv7(), holder.id, manager.id],
        ),
      ),
    ).toBe(refused);
  });

  test('does not take over what another person entered', async () => {
    const round = randomUUIDv7();
    await world.asOwner(
      `insert into clearing.round (id, tenant, year, number, state, engine, opened_by) values ($1, '64', 2020, 99, 'review', 'uji', $2)`,
      [round, manager.id],
    );
    const other = await world.person('data_steward');
    expect(
      await codeOf(sql(other, 'update clearing.round set opened_by = $2 where id = $1', [round, other.id])),
    ).toBe(refused);
    expect(
      await codeOf(
        sql(other, "update clearing.round set state = 'cancelled', agreed_by = $2 where id = $1", [
          round,
          manager.id,
        ]),
      ),
    ).toBe(refused);
  });
});
