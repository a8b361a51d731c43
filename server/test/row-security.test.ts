import { randomUUIDv7 } from 'node:crypto';
import { roles } from '@simpul/contract/accounts/roles';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Pool, type PoolClient } from '../src/platform/db/connect.ts';
import { type Scope, signContext } from '../src/platform/db/context-key.ts';
import { asMaintenance } from '../src/platform/db/maintenance.ts';
import { insertOf, liftConstraints, readTables, type Shape, type Table } from './any-rows.ts';
import { createWorld, type Person, type World } from './world.ts';

/**
 * Every table x every role by raw SQL as simpul_app. Rows of the other task force are made to point at the
 * attacker in every way (own account id, own agency, own role), so that only the tenant policy can hide them.
 */
let world: World;
let tables: Table[];
let protectedTables: Table[];
const people = new Map<string, Person>();
const agency = randomUUIDv7();
const [mine, theirs] = ['64', '62'];

beforeAll(async () => {
  world = await createWorld();
  await world.tenant(theirs, 'Kalimantan Tengah', 'Asia/Jakarta');
  for (const role of roles) people.set(role.code, await world.person(role.code, { agency }));
  await asMaintenance(world.owner, 'restore', async (client) => {
    tables = await readTables(client);
    protectedTables = tables.filter((t) => t.kind === 'tenant');
    await liftConstraints(client, tables);
    for (const table of protectedTables)
      for (const tenant of [mine, theirs])
        for (const shape of shapesOf(tenant)) await client.query(insertOf(table, shape));
  });
});
afterAll(() => world.close());

const everybody = () => [...people].map(([code, p]) => ({ code, id: p.id }));
/** Words that policies ask for, so that rows of one's own task force can be seen at all. */
const states = ['open', 'active', 'final', 'signed', 'agreed', 'published', 'effective', 'accepted'];
function shapesOf(tenant: string): Shape[] {
  const shape = (uuid: string, words: Record<string, string>): Shape => ({ tenant, uuid, words, text: 'x' });
  return [
    ...everybody().map(({ code, id }) => shape(id, { role: 'x', holder_role: code })),
    shape(stranger, { role: 'x' }),
    ...states.map((state) => shape(agency, { role: 'x', state, status: state })),
  ];
}

/** Runs `work` on a fresh transaction of a login, with whatever stands in the context. */
async function asLogin<T>(
  pool: Pool,
  context: ((pid: number) => string) | null,
  work: (client: PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const pid = (client as unknown as { processID: number }).processID;
    if (context) await client.query("select set_config('simpul.context', $1, true)", [context(pid)]);
    return await work(client);
  } finally {
    await client.query('rollback');
    client.release();
  }
}
const gate = () => world.app.services.gate;
const scopeOf = (role: string): Scope => ({ actor: people.get(role)?.id ?? '', tenant: mine, agency });
const asRole = <T>(role: string, work: (client: PoolClient) => Promise<T>) =>
  asLogin(gate().pool, (pid) => signContext(scopeOf(role), pid, gate().contextKey), work);

interface Attempt {
  say: string;
  sql: string;
  /** Outcomes that mean nothing was reached. */
  fine: string[];
}

/**
 * Runs each statement in a subtransaction that is undone, all in one trip to the server; answers the number of
 * rows or the code of the refusal.
 */
async function tryOut(client: PoolClient, statements: string[]): Promise<string[]> {
  await client.query("select set_config('simpul.try', $1, true)", [JSON.stringify(statements)]);
  await client.query(`do $do$
    declare statement text; n bigint; outcomes text[] := '{}';
    begin
      for statement in select json_array_elements_text(current_setting('simpul.try')::json) loop
        begin
          execute statement;
          get diagnostics n = row_count;
          raise exception using errcode = 'SP999', message = n::text;
        exception when others then
          outcomes := outcomes || case when sqlstate = 'SP999' then sqlerrm else sqlstate end;
        end;
      end loop;
      perform set_config('simpul.tried', to_json(outcomes)::text, true);
    end $do$`);
  return JSON.parse(
    (await client.query("select current_setting('simpul.tried') as t")).rows[0].t as string,
  ) as string[];
}
const refused = '42501';
const generatedAlways = '428C9';

/** Everything a login may try with rows of `tenant` in one table, in the name of `actor`. */
function attemptsOn(table: Table, tenant: string, actor: string): Attempt[] {
  const where = `where tenant = '${tenant}'`;
  const attempt = (act: string, sql: string, fine = ['0', refused]) => ({
    say: `${table.name}: ${act} of ${tenant}`,
    sql,
    fine,
  });
  const { update } = table.may;
  const inserts = [actor, agency].flatMap((uuid) =>
    [table.columns, table.columns.filter((c) => c.required || c.name === 'tenant')].map((columns) =>
      insertOf(table, { tenant, uuid, words: {}, text: 'x' }, columns).replace(
        ' overriding system value',
        '',
      ),
    ),
  );
  return [
    attempt('select', `select 1 from ${table.name} ${where} limit 1`),
    attempt('select for update', `select 1 from ${table.name} ${where} limit 1 for update`),
    ...(update ? [attempt('update', `update ${table.name} set ${update} = ${update} ${where}`)] : []),
    ...(update === 'tenant'
      ? [attempt('move', `update ${table.name} set tenant = '${tenant}' where tenant = '${mine}'`)]
      : []),
    attempt('delete', `delete from ${table.name} ${where}`),
    ...inserts.map((sql) => attempt('insert', sql, [refused, generatedAlways])),
  ];
}

/** What was reached, as sentences; empty when nothing. */
async function reached(
  client: PoolClient,
  tenant: string,
  actor: string,
  of = protectedTables,
): Promise<string[]> {
  const attempts = of.flatMap((table) => attemptsOn(table, tenant, actor));
  const outcomes = await tryOut(
    client,
    attempts.map((a) => a.sql),
  );
  return attempts.flatMap((a, i) => {
    const outcome = outcomes[i] ?? 'nothing';
    return a.fine.includes(outcome) ? [] : [`${a.say} gave ${outcome}`];
  });
}
/** Somebody else of the own task force, of another agency. */
const stranger = randomUUIDv7();
const idOf = (role: string) => people.get(role)?.id ?? '';

test('there is a table of each kind, with rows of both task forces in every protected one', async () => {
  expect(protectedTables.length).toBeGreaterThan(25);
  expect(new Set(tables.map((t) => t.kind))).toEqual(new Set(['tenant', 'reference', 'internal']));
  for (const table of protectedTables) {
    const rows = await world.asOwner(
      `select count(distinct tenant)::int as n from ${table.name} where tenant in ('${mine}', '${theirs}')`,
    );
    expect(rows, table.name).toEqual([{ n: 2 }]);
  }
});

describe('of another task force', () => {
  test.each(roles.map((r) => r.code))('%s sees nothing, changes nothing, adds nothing', async (role) => {
    expect(await asRole(role, (client) => reached(client, theirs, idOf(role)))).toEqual([]);
  });
});

/** Tables of which no role sees a row that was made up here, and why. */
const needMore: Record<string, string> = {};

test('of the own task force somebody sees rows of every table, so that nothing above is hidden by chance', async () => {
  const seen = new Set<string>();
  for (const role of roles) {
    const unseen = protectedTables.filter((t) => !seen.has(t.name));
    const selects = unseen.map((t) => `select 1 from ${t.name} where tenant = '${mine}' limit 1`);
    const outcomes = await asRole(role.code, (client) => tryOut(client, selects));
    unseen.forEach((t, i) => outcomes[i] === '1' && seen.add(t.name));
  }
  expect(protectedTables.map((t) => t.name).filter((name) => !seen.has(name))).toEqual(
    Object.keys(needMore).sort(),
  );
});

/** Rows of somebody else of the own task force: with which capability they are read and changed. */
const ofOthers: [table: string, column: string, readWith: string[], changedWith: string[]][] = [
  ['accounts.person', 'id', ['accounts.read', 'audit.read'], ['accounts.manage']],
  ['accounts.role_grant', 'person', ['accounts.read'], ['accounts.manage', 'accounts.review']],
  ['accounts.invitation', 'invited_by', ['accounts.read'], ['accounts.manage']],
  ['accounts.recovery', 'person', ['accounts.read'], []],
  ['accounts.notice', 'person', [], []],
  ['accounts.token', 'person', [], []],
  ['audit.entry', 'actor', ['audit.read'], []],
  ['platform.job', 'actor', ['jobs.read'], ['jobs.read']],
  ['platform.idempotency', 'actor', [], []],
  ['platform.file', 'agency', [], []],
  ['clearing.column_mapping', 'agency', [], []],
  ['clearing.import', 'agency', [], []],
  ['clearing.import_problem', 'agency', [], []],
  ['clearing.row_identity', 'agency', [], []],
  ['clearing.match_key', 'agency', ['clearing.round'], []],
  ['clearing.sign_off', 'agency', ['clearing.round'], []],
  ['clearing.round_row', 'agency', ['clearing.round'], ['clearing.round']],
];

describe('need to know inside the own task force', () => {
  test.each(ofOthers)('%s', async (name, column, readWith, changedWith) => {
    const table = protectedTables.find((t) => t.name === name);
    const update = table?.may.update;
    const where = `where ${column} = '${stranger}'`;
    for (const role of roles) {
      const holds = (wanted: string[]) => wanted.some((c) => role.capabilities.some((held) => held === c));
      const [read, changed] = await asRole(role.code, (client) =>
        tryOut(client, [
          `select 1 from ${name} ${where}`,
          update ? `update ${name} set ${update} = ${update} ${where}` : 'select 1 where false',
        ]),
      );
      expect(`${role.code} reads ${read}`).toBe(`${role.code} reads ${holds(readWith) ? 1 : 0}`);
      expect(`${role.code} changes ${changed}`).toBe(`${role.code} changes ${holds(changedWith) ? 1 : 0}`);
    }
  });
});

describe('without a true context nothing is there', () => {
  const valid = (pid: number) => signContext(scopeOf('tf_secretariat'), pid, gate().contextKey);
  const changed = (part: number, to: string) => (pid: number) => {
    const parts = valid(pid).split('|');
    parts[part] = to;
    return parts.join('|');
  };
  const contexts: [string, ((pid: number) => string) | null][] = [
    ['no context', null],
    ['an empty one', () => ''],
    ['words', () => 'tf_secretariat'],
    ['a made-up signature', (pid) => `${valid(pid).slice(0, -64)}${'0'.repeat(64)}`],
    ['another person under a true signature', (pid) => changed(1, people.get('sysadmin')?.id ?? '')(pid)],
    ['another task force under a true signature', changed(2, theirs)],
    ['another agency under a true signature', changed(3, randomUUIDv7())],
    ['another purpose under a true signature', changed(4, 'clearing.review')],
    ['the context of another connection', (pid) => valid(pid + 1)],
    ['a later end under a true signature', changed(6, '99999999999')],
    [
      'one that is over',
      (pid) => signContext(scopeOf('tf_secretariat'), pid, gate().contextKey, Date.now() - 2 * 3600_000),
    ],
    ['a key the database does not know', changed(7, '999')],
    ['one part too many', (pid) => `${valid(pid)}|x`],
  ];
  test.each(contexts)('%s', async (_name, context) => {
    const found = await asLogin(gate().pool, context, async (client) => [
      ...(await reached(client, mine, idOf('tf_secretariat'))),
      ...(await reached(client, theirs, idOf('tf_secretariat'))),
    ]);
    expect(found).toEqual([]);
  });

  test('and the true one opens', async () => {
    expect(
      await asLogin(gate().pool, valid, (client) => reached(client, mine, idOf('tf_secretariat'))),
    ).not.toEqual([]);
  });

  test('a context ends with its transaction', async () => {
    const client = await gate().pool.connect();
    try {
      await client.query('begin');
      const pid = (client as unknown as { processID: number }).processID;
      await client.query("select set_config('simpul.context', $1, true)", [valid(pid)]);
      expect((await client.query('select platform.actor() as a')).rows[0].a).toBe(
        people.get('tf_secretariat')?.id,
      );
      await client.query('commit');
      expect((await client.query('select platform.actor() as a')).rows[0].a).toBeNull();
    } finally {
      client.release();
    }
  });
});

describe('the other logins', () => {
  test('sign-in and statistics reach no protected table at all', async () => {
    const { authPool } = world.app.services;
    const selects = protectedTables.map((t) => `select 1 from ${t.name} limit 1`);
    const outcomes = await asLogin(authPool, null, (client) => tryOut(client, selects));
    expect(protectedTables.map((t) => t.name).filter((_t, i) => outcomes[i] !== refused)).toEqual([]);
    const granted = await world.asOwner(
      "select t as name from unnest($1::text[]) t where has_any_column_privilege('simpul_stats', t, 'select, insert, update')",
      [protectedTables.map((t) => t.name)],
    );
    expect(granted).toEqual([]);
  });

  test('internal tables are closed to the request path, reference tables are read by it and never changed', async () => {
    const others = tables.filter((t) => t.kind !== 'tenant');
    const reads = await asRole('sysadmin', (client) =>
      tryOut(
        client,
        others.map((t) => `select 1 from ${t.name} limit 1`),
      ),
    );
    expect(
      others.filter((t, i) => (reads[i] === refused) !== (t.kind === 'internal')).map((t) => t.name),
    ).toEqual([]);
    const deletes = await asRole('sysadmin', (client) =>
      tryOut(
        client,
        others.map((t) => `delete from ${t.name}`),
      ),
    );
    expect(others.filter((_t, i) => deletes[i] !== refused).map((t) => t.name)).toEqual([]);
  });
});

describe('a planted hole is found', () => {
  const planted = async (sql: string, role = 'planner'): Promise<string[]> => {
    const target = protectedTables.find((t) => t.name === 'accounts.token');
    if (!target) throw new Error('accounts.token is gone: plant elsewhere');
    await world.owner.query(sql);
    try {
      return await asRole(role, async (client) => reached(client, theirs, idOf(role), [target]));
    } finally {
      await world.owner.query(
        `drop policy if exists own_tenant on accounts.token;
         create policy own_tenant on accounts.token as restrictive to simpul_app
           using (tenant = (select platform.tenant())) with check (tenant = (select platform.tenant()))`,
      );
      await world.owner.query(
        'alter table accounts.token enable row level security; revoke delete on accounts.token from simpul_app',
      );
    }
  };

  test('a tenant policy that was dropped', async () => {
    const found = await planted('drop policy own_tenant on accounts.token');
    expect(found.join()).toMatch(/accounts\.token: select of 62/);
    expect(found.join()).toMatch(/accounts\.token: insert of 62/);
  });
  test('one that checks reading only', async () => {
    const found = await planted('alter policy own_tenant on accounts.token with check (true)');
    expect(new Set(found)).toEqual(new Set(['accounts.token: insert of 62 gave 1']));
  });
  test('row-level security that was switched off', async () => {
    expect((await planted('alter table accounts.token disable row level security')).join()).toMatch(
      /select of 62/,
    );
  });
});
