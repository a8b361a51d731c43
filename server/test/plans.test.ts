/** The hottest queries use the index meant for them, as simpul_app under row-level security. */
import { randomUUIDv7 } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { call, exampleFiles, handIn, readExample } from './main-job.ts';
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
     select '64', case when i % 20 = 0 then $1::uuid else gen_random_uuid() end, 'r', 'uji.uji', 'done' from generate_series(1, ${many}) i`,
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

async function planOf(person: Person, { text, values }: Sent): Promise<string> {
  return world.as(person, async (ctx) => {
    const plan = await ctx.client.query<{ 'QUERY PLAN': string }>(`explain ${text}`, values);
    return plan.rows.map((r) => r['QUERY PLAN']).join('\n');
  });
}

interface Sent {
  text: string;
  values: unknown[];
}
/** What the server sends to the database while `act` runs: the plan of a copy would stay good when the query changes. */
async function sentDuring(act: () => Promise<unknown>): Promise<Sent[]> {
  const sent: Sent[] = [];
  const real = pg.Client.prototype.query as (...args: unknown[]) => unknown;
  const spy = vi.spyOn(pg.Client.prototype, 'query').mockImplementation(function (
    this: pg.Client,
    ...args: unknown[]
  ) {
    if (typeof args[0] === 'string')
      sent.push({ text: args[0], values: Array.isArray(args[1]) ? args[1] : [] });
    return real.apply(this, args) as never;
  });
  await act().finally(() => spy.mockRestore());
  return sent;
}

async function statement(act: () => Promise<unknown>, which: RegExp): Promise<Sent> {
  const sent = await sentDuring(act);
  const found = sent.find(({ text }) => which.test(text));
  if (!found)
    throw new Error(`nothing like ${which} was sent, but:\n${sent.map((s) => s.text).join('\n--\n')}`);
  return found;
}

const get = (who: () => Person, url: string) => async () => {
  const { status, body } = await world.call(who(), 'GET', url);
  expect([status, body], url).toEqual([200, body]);
};
/** Where a list goes on, after a page of it. */
async function secondPage(who: Person, url: string): Promise<string> {
  const { body } = await world.call(who, 'GET', `${url}limit=20`);
  return `${url}limit=50&cursor=${encodeURIComponent((body as { nextCursor: string }).nextCursor)}`;
}
const ofContact = () => contact;
const ofSteward = () => steward;
const page = /source_row[\s\S]*order by/;

const hottest: [
  name: string,
  who: () => Person,
  act: () => Promise<unknown>,
  which: RegExp,
  index: RegExp,
][] = [
  [
    'a page of the own rows',
    ofContact,
    async () => get(ofContact, await secondPage(contact, '/clearing/rows?'))(),
    /source_row[\s\S]*\(period, row_number, id\) >/,
    /source_row_tenant_agency_period_row_number_id_idx/,
  ],
  ...(
    [
      ['place', 'place_code', '64.09'],
      ['year', 'counting_year', '2017'],
      ['state', 'state', 'imported'],
    ] as const
  ).map(([filter, column, value]): (typeof hottest)[number] => [
    `the own rows by ${filter}`,
    ofContact,
    get(ofContact, `/clearing/rows?${filter}=${value}`),
    page,
    new RegExp(`source_row_tenant_agency_${column}_period_row_number_id_idx`),
  ]),
  [
    'rows known by fingerprint',
    ofContact,
    () => handIn(world, contact, readExample(exampleFiles['polda-kaltim-renakta'])),
    /fingerprint = any/,
    /source_row_tenant_agency_fingerprint_idx/,
  ],
  [
    'candidates of a round by posting word',
    ofSteward,
    async () => {
      await world.asOwner(
        `insert into clearing.sign_off (id, tenant, agency, period, rows_confirmed, rows_excluded, signed_by)
         values (gen_random_uuid(), '64', $1, '2024-Q4', 1000, 0, $2)`,
        [contact.agency, contact.id],
      );
      await call(world, steward, 'POST', '/clearing/rounds', { year: 2015 });
      await world.work();
    },
    /from word a join word b/,
    /match_key_row_idx/,
  ],
  [
    'one row',
    ofContact,
    () => world.call(contact, 'GET', `/clearing/rows/${randomUUIDv7()}`),
    /source_row r where id =/,
    /source_row_pkey/,
  ],
  [
    'the answer of a repeated command',
    ofContact,
    () => world.call(contact, 'POST', '/accounts/notices/seen', { ids: [randomUUIDv7()] }),
    /select route, request_hash/,
    /idempotency_pkey/,
  ],
  [
    'the own trail',
    ofContact,
    get(ofContact, '/audit/mine'),
    /from audit\.entry[\s\S]*order by/,
    /entry_tenant_actor_id_idx/,
  ],
  [
    'the own jobs',
    ofContact,
    get(ofContact, '/jobs'),
    /from platform\.job[\s\S]*order by/,
    /job_(tenant|actor)_created_at_idx/,
  ],
  [
    'areas by the beginning of their name',
    ofContact,
    get(ofContact, '/regions/search?text=sepinggan'),
    /regions\.area a[\s\S]*search_key/,
    /area_level_key/,
  ],
  [
    'one area',
    ofContact,
    get(ofContact, '/regions/areas/64.72'),
    /regions\.area[\s\S]*where[\s\S]*code/,
    /area_pkey/,
  ],
];

test.each(hottest)('%s', async (_name, who, act, which, index) => {
  const sent = await statement(act, which);
  const plan = await planOf(who(), sent);
  expect(plan).toMatch(index);
  expect(plan, 'no table of many rows is read from end to end').not.toMatch(
    /Seq Scan on (source_row|match_key|entry|job|idempotency|area)\b/,
  );
});

test('a search no index serves is seen as one', async () => {
  const text = "select id from clearing.source_row where case_data ->> 'x' = $1";
  expect(await planOf(contact, { text, values: ['y'] })).toMatch(/Seq Scan/);
});

test('a statement that is not sent any more is missed', async () => {
  await expect(statement(get(ofContact, '/jobs'), /from no\.table/)).rejects.toThrow('nothing like');
});
