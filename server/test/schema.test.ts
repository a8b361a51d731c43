import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PoolClient } from '../src/platform/db/connect.ts';
import { findFaults, openDefiners } from './schema-faults.ts';
import { createWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

const asOwner = async <T>(work: (client: PoolClient) => Promise<T>): Promise<T> => {
  const client = await world.owner.connect();
  try {
    await client.query('begin');
    return await work(client);
  } finally {
    await client.query('rollback');
    client.release();
  }
};

test('every table is protected, commented with its class, owned by the owner and indexed', async () => {
  expect(await asOwner(findFaults)).toEqual([]);
});

test('there is something to look at', async () => {
  const [row] = await world.asOwner(
    "select count(*)::int as n from pg_class where relkind = 'r' and relforcerowsecurity",
  );
  expect(row?.['n']).toBeGreaterThan(40);
});

/**
 * Each of these answers only about the signed context of its caller (its person, tenant, agency), or writes a
 * line in the caller's own name. A new one belongs here after it was read with somebody in mind who calls it
 * by raw SQL.
 */
const reviewed = [
  'accounts.can(text)',
  'accounts.names(uuid[])',
  'clearing.handed_in(text)',
  'clearing.standing(integer)',
  'audit.write(text,text,text,text,text,text,integer,bytea,jsonb)',
  'duties.agencies_with_role(text)',
  'duties.my_roles()',
  'platform.enqueue(text,jsonb)',
  'platform.verified_context()',
];

test('definer functions open to the request path are the reviewed ones', async () => {
  expect(await asOwner(openDefiners)).toEqual([...reviewed].sort());
});

describe('the checks find what is planted', () => {
  const protectedTable = `create schema planted; create table planted.t (id uuid primary key, tenant text not null);
    comment on table planted.t is 'Planted.'; comment on column planted.t.id is 'P0 · id'; comment on column planted.t.tenant is 'P0 · tenant';
    select set_config('simpul.maintenance', 'migrate', true); select platform.protect('planted.t', 'tenant');`;
  const plants: [string, string, RegExp][] = [
    [
      'a table without protection',
      'create schema planted; create table planted.t (id uuid primary key)',
      /planted\.t has no forced row-level security/,
    ],
    [
      'row-level security that the owner escapes',
      `${protectedTable} alter table planted.t no force row level security`,
      /planted\.t has no forced/,
    ],
    [
      'a table that lost its tenant policy',
      `${protectedTable} drop policy own_tenant on planted.t`,
      /planted\.t can be read .* neither/,
    ],
    [
      'a tenant policy that compares with nothing',
      `${protectedTable} alter policy own_tenant on planted.t using (true)`,
      /planted\.t can be read .* neither/,
    ],
    [
      'a tenant policy for reading only',
      `${protectedTable} drop policy own_tenant on planted.t; create policy own_tenant on planted.t as restrictive for select to simpul_app using (tenant = (select platform.tenant()))`,
      /planted\.t can be read/,
    ],
    [
      'a reference table that can be written',
      `${protectedTable} create table planted.r (code text primary key); select platform.protect('planted.r', 'reference'); grant insert on planted.r to simpul_app`,
      /planted\.r is a reference table/,
    ],
    [
      'a table that can be emptied',
      `${protectedTable} grant truncate on planted.t to simpul_app`,
      /planted\.t may be emptied/,
    ],
    [
      'a table without comment',
      `${protectedTable} comment on table planted.t is null`,
      /planted\.t has no comment\. Say/,
    ],
    [
      'a column without class',
      `${protectedTable} comment on column planted.t.id is 'the id'`,
      /planted\.t\.id has no comment that starts with its class/,
    ],
    [
      'a foreign key without index',
      `${protectedTable} create table planted.f (id uuid primary key, t uuid references planted.t (id))`,
      /planted\.f foreign key \(t\) has no index/,
    ],
    [
      'an index that begins with another column',
      `${protectedTable} create table planted.f (id uuid primary key, t uuid references planted.t (id)); create index on planted.f (id, t)`,
      /planted\.f foreign key \(t\)/,
    ],
    [
      'a view with the rights of its owner',
      `${protectedTable} create view planted.v as select id from planted.t`,
      /planted\.v is a view/,
    ],
    [
      'a definer function without search_path',
      'create schema planted; create function planted.f() returns int language sql security definer return 1',
      /planted\.f\(\) is a definer function without/,
    ],
    [
      'a definer function for everybody',
      `create schema planted; create function planted.f() returns int language sql security definer set search_path = '' return 1`,
      /planted\.f\(\) is a definer function that everybody/,
    ],
  ];
  test.each(plants)('%s', async (_name, sql, fault) => {
    const faults = await asOwner(async (client) => {
      await client.query(sql);
      return findFaults(client);
    });
    expect(
      faults.some((f) => fault.test(f)),
      faults.join('\n'),
    ).toBe(true);
  });

  test('a well-made table is none', async () => {
    expect(await asOwner(async (client) => (await client.query(protectedTable), findFaults(client)))).toEqual(
      [],
    );
  });

  test('a grant on sign-in or queue', async () => {
    const { authPool } = world.app.services;
    await authPool.query(
      'grant usage on schema auth to simpul_app; grant select on auth.session to simpul_app',
    );
    const faults = await asOwner(findFaults);
    await authPool.query(
      'revoke usage on schema auth from simpul_app; revoke select on auth.session from simpul_app',
    );
    expect(faults).toEqual([
      expect.stringMatching(/^auth\.session is open/),
      expect.stringMatching(/^schema auth is open/),
    ]);
  });

  test('a definer function opened to the request path', async () => {
    const sql = `create schema planted; grant usage on schema planted to simpul_app;
      create function planted.f() returns int language sql security definer set search_path = '' return 1;
      revoke execute on function planted.f() from public; grant execute on function planted.f() to simpul_app`;
    const names = await asOwner(async (client) => (await client.query(sql), openDefiners(client)));
    expect(names).toContain('planted.f()');
  });
});
