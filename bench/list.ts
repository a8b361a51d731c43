/** Lists over a million rows under row-level security: first page, far pages, filters, with counts that stop. */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { RowPage, RowQuery } from '@simpul/contract/clearing/verify';
import type { z } from 'zod';
import { type Benchmark, type Figure, quantile, timed } from './lib/benchmark.ts';
import { signIn } from './lib/client.ts';
import { benchHome, copyOfDemo, removeHome, startDemo } from './lib/demo.ts';
import { contact } from './lib/hand-in.ts';
import { type Reached, reachDatabase } from '../server/src/cli/reach-database.ts';
import { listRows } from '../server/src/modules/clearing/verify/row-reads.ts';
import type { Ctx } from '../server/src/platform/context.ts';
import { cursorOf } from '../server/src/platform/cursor.ts';
import type { PoolClient } from '../server/src/platform/db/connect.ts';
import { asMaintenance } from '../server/src/platform/db/maintenance.ts';
import { readMigrations } from '../server/src/platform/db/migrate.ts';

const rows = 1_000_000;
const requests = 60;
type Query = Partial<z.infer<typeof RowQuery>>;

/** Half of the rows belong to the agency that asks, the others to all eight, over twelve quarters. */
const fill = `
  with own as (select array_agg(i.id order by i.id) as ids from clearing.import i where i.agency = $1),
       every as (select array_agg(i.id order by i.id) as ids from clearing.import i),
       like_this as (select r.* from clearing.source_row r where r.agency = $1 order by r.id limit 1)
  insert into clearing.source_row (id, tenant, agency, import, row_number, period, counting_year, year_basis, report_date,
    case_no, role, place_code, sex, age_min, age_max, child, primary_form, case_data, linkable, fingerprint, state)
  select gen_random_uuid(), i.tenant, i.agency, i.id, 1000 + n, i.period, left(i.period, 4)::int, 'report',
         make_date(left(i.period, 4)::int, 1 + n % 12, 1 + n % 28), 'BENCH/' || n, 'victim',
         (array['64.71', '64.72', '64.74', '64.02', '64.09'])[1 + n % 5], case n % 3 when 0 then 'male' else 'female' end,
         10 + n % 50, 10 + n % 50, case when n % 50 < 8 then 'yes' else 'no' end, l.primary_form, l.case_data, false,
         sha256(n::text::bytea), case n % 10 when 0 then 'imported' when 1 then 'excluded' else 'confirmed' end
    from generate_series(1, $2::int) n
   cross join own cross join every cross join like_this l
    join clearing.import i on i.id = case n % 2 when 0 then own.ids[1 + n / 2 % cardinality(own.ids)]
                                               else every.ids[1 + n / 2 % cardinality(every.ids)] end`;

const agencyOf = async (database: Reached): Promise<string> =>
  asMaintenance(database.owner, 'migrate', async (client) => {
    const found = await client.query<{ agency: string }>(
      'select g.agency from accounts.person p join accounts.role_grant g on g.person = p.id where p.email like $1',
      [`${contact}@%`],
    );
    return found.rows[0]?.agency ?? '';
  });

/** An index built at once over a million rows is far cheaper than one grown row by row. */
async function fillWithoutIndexes(client: PoolClient, agency: string): Promise<void> {
  const found = await client.query<{ name: string; definition: string }>(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
       from pg_index i where i.indrelid = 'clearing.source_row'::regclass and not i.indisunique`,
  );
  for (const index of found.rows) await client.query(`drop index ${index.name}`);
  await client.query(fill, [agency, rows]);
  for (const index of found.rows) await client.query(index.definition);
}

/** Whether the migrations it was made with are still those of the code; newer ones run at its next start. */
async function isCurrent(home: string): Promise<boolean> {
  if (!fs.existsSync(path.join(home, 'filled'))) return false;
  const database = await reachDatabase(home);
  try {
    const ran = await asMaintenance(database.owner, 'migrate', (client) =>
      client.query<{ name: string; sha256: string }>('select name, sha256 from platform.migration'),
    );
    const now = new Map(readMigrations().map((m) => [m.name, m.sha256]));
    return ran.rows.every((m) => now.get(m.name) === m.sha256);
  } finally {
    await database.close();
  }
}

/** Made once for this way of filling; some 1.5 GB under .simpul/bench. */
async function millionRows(say: (line: string) => void): Promise<string> {
  const name = `list-${createHash('sha256').update(`${rows} ${fill}`).digest('hex').slice(0, 12)}`;
  const home = benchHome(name);
  if (await isCurrent(home)) return home;
  for (const old of fs.globSync(benchHome('list-*'))) removeHome(old);
  await copyOfDemo(name);
  const database = await reachDatabase(home);
  try {
    const agency = await agencyOf(database);
    const took = await timed(() =>
      asMaintenance(database.owner, 'migrate', (client) => fillWithoutIndexes(client, agency)),
    );
    await database.owner.query('vacuum analyze clearing.source_row');
    say(`made ${rows.toLocaleString('en')} rows in ${(took / 1000).toFixed(0)} s, kept in ${name}`);
  } finally {
    await database.close();
  }
  fs.writeFileSync(path.join(home, 'filled'), '');
  return home;
}

/** A place far down the list of the agency. */
async function deepCursor(database: Reached, agency: string): Promise<string> {
  return asMaintenance(database.owner, 'migrate', async (client) => {
    const found = await client.query<{ period: string; row_number: number; id: string }>(
      `select period, row_number, id from clearing.source_row where agency = $1
        order by tenant, agency, period, row_number, id offset 300000 limit 1`,
      [agency],
    );
    const row = found.rows[0];
    if (!row) throw new Error('The list is shorter than 300,000 rows.');
    return cursorOf([row.period, String(row.row_number), row.id]);
  });
}

/** The same queries by the owner while the table has no policies; nothing of that stays. */
async function withoutPolicies(database: Reached, agency: string, query: Query): Promise<number[]> {
  const client = await database.owner.connect();
  try {
    await client.query('begin');
    await client.query('alter table clearing.source_row disable row level security');
    // What listRows needs of a context: the connection and whose rows.
    const ctx = { client, actor: { agency } } as unknown as Ctx;
    const times: number[] = [];
    for (let n = 0; n < requests; n += 1)
      times.push(await timed(() => listRows(ctx, { limit: 50, ...query })));
    return times;
  } finally {
    await client.query('rollback');
    client.release();
  }
}

const pathOf = (query: Query) =>
  `/clearing/rows?${new URLSearchParams(Object.entries(query).map(([k, v]): [string, string] => [k, String(v)]))}`;

export const list: Benchmark = {
  name: 'list',
  about: `pages of 50 among ${rows.toLocaleString('en')} rows, half of them the agency's own, over HTTP, ${requests} requests each`,
  run: async (say) => {
    const home = await millionRows(say);
    const demo = await startDemo({ home });
    const database = await reachDatabase(home);
    try {
      const person = await signIn(demo, contact);
      const agency = await agencyOf(database);
      const cursor = await deepCursor(database, agency);
      const cases: [string, Query][] = [
        ['first page', {}],
        ['page after 300,000 rows', { cursor }],
        ['of one quarter, not yet confirmed', { period: '2023-Q2', state: 'imported' }],
        ['of one place', { place: '64.09' }],
        ['of one year, excluded', { year: 2024, state: 'excluded' }],
        ['not yet confirmed, of all quarters', { state: 'imported' }],
        ['of one place, nothing there', { place: '64.01' }],
      ];
      const figures: Figure[] = [];
      for (const [what, query] of cases) {
        const times: number[] = [];
        let most = 0;
        for (let n = 0; n < requests; n += 1)
          times.push(
            await timed(async () => {
              const page = await person.get<z.infer<typeof RowPage>>(pathOf(query));
              most = Math.max(most, page.total);
            }),
          );
        const bare = await withoutPolicies(database, agency, query);
        say(`${what}: counted to ${most}, slowest ${Math.max(...times).toFixed(0)} ms`);
        figures.push({
          what: `${what}, p95`,
          value: quantile(times, 0.95),
          unit: 'ms',
          aim: { atMost: 50 },
          peer: { what: 'same queries, no policies, no HTTP', value: quantile(bare, 0.95) },
        });
      }
      return figures;
    } finally {
      await database.close();
      await demo.stop();
    }
  },
};
