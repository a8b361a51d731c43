/**
 * The invented province walks through the real main job: every submission is a file handed in by the data
 * contact of its agency, checked, taken in, confirmed and signed off; a steward clears 2022 and 2023.
 */
import type { Decision, PairPattern } from '@simpul/contract/clearing/round';
import {
  acceptAtOnce,
  agreeRound,
  checkAtOnce,
  confirmRows,
  decideClear,
  decidePair,
  getRound,
  isClear,
  openRoundAtOnce,
  signOff,
} from '../src/modules/clearing/index.ts';
import { writeCsv } from '../src/platform/documents/csv.ts';
import { actorOf, findWho } from '../src/platform/auth/who.ts';
import type { Actor, Ctx, Services } from '../src/platform/context.ts';
import type { Pool } from '../src/platform/db/connect.ts';
import { asMaintenance } from '../src/platform/db/maintenance.ts';
import { takeFile } from '../src/platform/files/tenant-files.ts';
import { runAs } from '../src/platform/run-as.ts';
import { makeProvince, type Period, type Submission } from './province.ts';

const periodCode = ({ year, quarter }: Period) => `${year}-Q${quarter}`;

/** Quarters from 2022 to the last one, which stays open for the files of examples/. */
async function seedPeriods(owner: Pool, tenant: string): Promise<void> {
  const codes = [2022, 2023, 2024].flatMap((year) => [1, 2, 3, 4].map((quarter) => ({ year, quarter })));
  await asMaintenance(owner, 'migrate', (client) =>
    client.query(
      `insert into clearing.period (tenant, code, starts, ends)
       select $1, p.code, make_date(p.year, p.quarter * 3 - 2, 1),
              (make_date(p.year, p.quarter * 3 - 2, 1) + interval '3 months' - interval '1 day')::date
         from unnest($2::text[], $3::int[], $4::int[]) as p (code, year, quarter)`,
      [tenant, codes.map(periodCode), codes.map((c) => c.year), codes.map((c) => c.quarter)],
    ),
  );
}

const closePast = (owner: Pool, last: string) =>
  asMaintenance(owner, 'migrate', (client) =>
    client.query("update clearing.period set state = 'closed' where code < $1", [last]),
  );

async function actorFor(services: Services, person: string, agency: string | null): Promise<Actor> {
  const who = await findWho(services.authPool, person);
  const actor = who && actorOf(who, agency ?? 'none', { id: null, stepUpAt: null });
  if (!actor) throw new Error('a person of the demonstration has no valid role');
  return actor;
}

/** Each office files in its own words; only the code system of its area codes is asked for, as of a person. */
async function handIn(ctx: Ctx, s: Submission): Promise<void> {
  const file = await takeFile(ctx, writeCsv(s.rows, { header: s.headings }), {
    allow: ['csv'],
    maxBytes: 1_000_000,
  });
  const period = periodCode(s.period);
  const found = await checkAtOnce(ctx, {
    file: file.id,
    period,
    mapping: (proposed) => ({ ...proposed, codeSystem: 'kemendagri' }),
  });
  if (found.state !== 'checked' || found.rowsWrong > 0 || found.rowsReady === 0)
    throw new Error(
      `the submission of ${s.agencyCode} for ${period} is not clean: ${JSON.stringify(found.refusals)} ${JSON.stringify(found.groups.map((g) => g.code))}`,
    );
  await acceptAtOnce(ctx, found.id);
  await confirmRows(ctx, { period });
  await signOff(ctx, { period });
}

interface OpenPair {
  id: string;
  a: string;
  b: string;
  version: number;
  pattern: PairPattern;
}

/**
 * Decides as a careful steward would from the agreement pattern alone: equal NIK with an equal name, or equal
 * name and birth date with nothing against it.
 */
function lookSame(pattern: PairPattern): boolean {
  const of = (field: string) => pattern.find((p) => p.field === field)?.agreement ?? 'missing';
  if (of('sex') === 'different') return false;
  if (of('nik') === 'equal') return of('name') === 'equal' || of('name') === 'close';
  return of('name') === 'equal' && of('birthDate') === 'equal' && of('nik') !== 'different';
}

/** Rows kept apart once are never joined through others: what a steward sees in the group before deciding. */
function decideAll(pairs: readonly OpenPair[]): Map<string, { decision: Decision; reason: string }> {
  const group = new Map<string, Set<string>>();
  const of = (row: string) => group.get(row) ?? new Set([row]);
  const apart = pairs.filter((p) => !lookSame(p.pattern)).map((p) => [p.a, p.b] as const);
  const decisions = new Map<string, { decision: Decision; reason: string }>();
  for (const p of pairs) {
    const [x, y] = [of(p.a), of(p.b)];
    const kept = apart.some(([a, b]) => (x.has(a) && y.has(b)) || (x.has(b) && y.has(a)));
    if (!lookSame(p.pattern))
      decisions.set(p.id, { decision: 'different', reason: 'Isian lain bertentangan' });
    else if (kept)
      decisions.set(p.id, { decision: 'different', reason: 'Bertentangan dengan pasangan lain' });
    else {
      const joined = new Set([...x, ...y]);
      for (const row of joined) group.set(row, joined);
      decisions.set(p.id, { decision: 'same', reason: 'Nama, NIK atau tanggal lahir sama' });
    }
  }
  // A pair first joined, whose rows a later look keeps apart, or the other way round: the groups decide.
  for (const p of pairs)
    if (decisions.get(p.id)?.decision === 'different' && of(p.a) === of(p.b))
      decisions.set(p.id, { decision: 'same', reason: 'Sama melalui catatan ketiga' });
  return decisions;
}

async function clearYear(services: Services, steward: Actor, year: number): Promise<void> {
  const round = await runAs(services, steward, (ctx) => openRoundAtOnce(ctx, year), { purpose: 'job' });
  await runAs(services, steward, async (ctx) => {
    // Ordered by what the rows are, never by when they came: the province comes out the same every time.
    const open = await ctx.client.query<OpenPair>(
      `with row as (
         select r.id, concat_ws(' ', a.code, r.period, lpad(r.row_number::text, 6, '0')) as place
           from clearing.round_row m
           join clearing.source_row r on r.id = m.row
           join agencies.agency a on a.id = r.agency
          where m.round = $1)
       select p.id, p.row_a as a, p.row_b as b, p.version, p.pattern
         from clearing.pair p join row x on x.id = p.row_a join row y on y.id = p.row_b
        where p.round = $1
        order by p.score desc, least(x.place, y.place), greatest(x.place, y.place)`,
      [round],
    );
    const decisions = decideAll(open.rows);
    // As on the screen: what agrees in everything at once, where the steward means all of it, the rest one by one.
    const clear = open.rows.filter((p) => isClear(p.pattern));
    const atOnce = clear.length > 0 && clear.every((p) => decisions.get(p.id)?.decision === 'same');
    if (atOnce)
      await decideClear(ctx, {
        id: round,
        expected: clear.length,
        reason: 'Nama, NIK atau tanggal lahir sama',
      });
    for (const { id, version, pattern } of open.rows) {
      const decided = decisions.get(id);
      if (decided && !(atOnce && isClear(pattern))) await decidePair(ctx, { id, version, ...decided });
    }
    const { version } = await getRound(ctx, { id: round });
    await agreeRound(ctx, { id: round, version });
  });
}

export interface ProvincePeople {
  steward: string;
  /** Data contact by agency code, with the agency's id. */
  contacts: ReadonlyMap<string, { person: string; agency: string }>;
}

export async function seedProvince(
  services: Services,
  owner: Pool,
  tenant: string,
  people: ProvincePeople,
): Promise<void> {
  const province = await makeProvince();
  await seedPeriods(owner, tenant);
  const byAgency = new Map<string, Submission[]>();
  for (const s of province.submissions)
    byAgency.set(s.agencyCode, [...(byAgency.get(s.agencyCode) ?? []), s]);
  // Agencies hand in side by side, each its own files one after another: no file waits for another agency's.
  await Promise.all(
    [...byAgency].map(async ([code, submissions]) => {
      const contact = people.contacts.get(code);
      if (!contact) throw new Error(`no data contact for ${code}`);
      const actor = await actorFor(services, contact.person, contact.agency);
      for (const s of submissions) await runAs(services, actor, (ctx) => handIn(ctx, s));
    }),
  );
  const steward = await actorFor(services, people.steward, null);
  for (const year of [2022, 2023]) await clearYear(services, steward, year);
  await closePast(owner, '2024-Q4');
}
