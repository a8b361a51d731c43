/** The hottest queries use the index meant for them, as simpul_app under row-level security. */
import { randomUUIDv7 } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWorld, type Person, type World } from './world.ts';

let world: World;
let contact: Person;
let steward: Person;

const many = 20_000;

beforeAll(async () => {
  world = await createWorld();
  const agency = randomUUIDv7();
  contact = await world.person('data_contact', { agency });
  steward = await world.person('data_steward');
  const file = randomUUIDv7();
  const imported = randomUUIDv7();
  await world.asOwner(
    `insert into clearing.period (tenant, code, starts, ends) values ('64', '2024-Q4', '2024-10-01', '2024-12-31')`,
  );
  await world.asOwner(
    `insert into platform.file (id, tenant, agency, kind, mime, bytes, sha256, uploaded_by) values ($1, '64', $2, 'csv', 'text/csv', 1, 'x', $3)`,
    [file, agency, contact.id],
  );
  await world.asOwner(
    `insert into clearing.import (id, tenant, agency, period, file, file_sha256, created_by) values ($1, '64', $2, '2024-Q4', $3, 'x', $4)`,
    [imported, agency, file, contact.id],
  );
  await world.asOwner(
    `insert into clearing.source_row (id, tenant, agency, import, row_number, period, counting_year, year_basis, role, sex, child, case_data, linkable, fingerprint, state)
     select gen_random_uuid(), '64', case when i % 20 = 0 then $1::uuid else gen_random_uuid() end, $2, i, '2024-Q4', 2015 + i % 10, 'report',
            'victim', 'female', 'no', '{}', true, decode(md5(i::text), 'hex'), 'confirmed'
       from generate_series(1, ${many}) i`,
    [agency, imported],
  );
  await world.asOwner(
    `insert into clearing.match_key (tenant, token, row, agency)
     select '64', substring(decode(md5(row_number::text), 'hex') for 4), id, agency from clearing.source_row`,
  );
  await world.asOwner(
    `insert into audit.entry (tenant, actor, request_id, action, outcome)
     select '64', $1, 'r', 'uji.uji', 'done' from generate_series(1, ${many})`,
    [contact.id],
  );
  await world.asOwner(
    `insert into platform.job (id, tenant, task, ids, actor, created_at)
     select gen_random_uuid(), '64', 'uji.uji', '{}', gen_random_uuid(), now() - i * interval '1 minute' from generate_series(1, ${many}) i`,
  );
  await world.asOwner(
    `insert into platform.idempotency (tenant, actor, key, route, request_hash, ref_id)
     select '64', gen_random_uuid(), 'kunci-uji-' || i, 'POST /x', '\\x00', 'x' from generate_series(1, ${many}) i`,
  );
  for (const table of [
    'clearing.source_row',
    'clearing.match_key',
    'audit.entry',
    'platform.job',
    'platform.idempotency',
  ])
    await world.owner.query(`analyze ${table}`);
});
afterAll(() => world.close());

async function planOf(person: Person, sql: string, values: unknown[]): Promise<string> {
  return world.as(person, async (ctx) => {
    const plan = await ctx.client.query<{ 'QUERY PLAN': string }>(`explain ${sql}`, values);
    return plan.rows.map((r) => r['QUERY PLAN']).join('\n');
  });
}

const hottest: [name: string, who: () => Person, sql: string, values: () => unknown[], index: RegExp][] = [
  [
    'a page of the own rows',
    () => contact,
    `select id from clearing.source_row where agency = $1 and (period, row_number, id) > ('2024-Q4', 500, $2::uuid)
      order by tenant, agency, period, row_number, id limit 51`,
    () => [contact.agency, randomUUIDv7()],
    /source_row_tenant_agency_period_row_number_id_idx/,
  ],
  ...(
    [
      ['place_code', '64.09'],
      ['counting_year', 2017],
      ['state', 'imported'],
    ] as const
  ).map(([column, value]): (typeof hottest)[number] => [
    `the own rows by ${column}`,
    () => contact,
    `select id from clearing.source_row where agency = $1 and ${column} = $2
      order by tenant, agency, period, row_number, id limit 51`,
    () => [contact.agency, value],
    new RegExp(`source_row_tenant_agency_${column}_period_row_number_id_idx`),
  ]),
  [
    'rows known by fingerprint',
    () => contact,
    'select fingerprint from clearing.source_row where agency = $1 and fingerprint = any($2::bytea[])',
    () => [contact.agency, [Buffer.from('ab', 'hex'), Buffer.from('cd', 'hex')]],
    /source_row_tenant_agency_fingerprint_idx/,
  ],
  [
    'candidates by posting word',
    () => steward,
    'select row from clearing.match_key where token = $1',
    () => [Buffer.from('0123abcd', 'hex')],
    /match_key_pkey/,
  ],
  [
    'one row',
    () => contact,
    'select id from clearing.source_row where id = $1',
    () => [randomUUIDv7()],
    /source_row_pkey/,
  ],
  [
    'the answer of a repeated command',
    () => contact,
    'select ref_id from platform.idempotency where tenant = $1 and actor = $2 and key = $3',
    () => ['64', contact.id, 'kunci-uji-7'],
    /idempotency_pkey/,
  ],
  [
    'areas by the beginning of their name',
    () => contact,
    "select code from regions.area where level = 'village' and search_key >= $1 and search_key < $2 order by search_key limit 10",
    () => ['SEP', 'SEQ'],
    /area_level_key/,
  ],
  ['one area', () => contact, 'select name from regions.area where code = $1', () => ['64.72'], /area_pkey/],
];

test.each(hottest)('%s', async (_name, who, sql, values, index) => {
  expect(await planOf(who(), sql, values())).toMatch(index);
});

test('a search no index serves is seen as one', async () => {
  const plan = await planOf(contact, "select id from clearing.source_row where case_data ->> 'x' = $1", [
    'y',
  ]);
  expect(plan).toMatch(/Seq Scan/);
});
