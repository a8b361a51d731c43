/**
 * The invented province walks through the real main job: every submission is a file handed in by the data
 * contact of its agency, checked, taken in, confirmed and signed off; a steward clears 2022 and 2023.
 */
import type { Decision, Pair } from '@simpul/contract/clearing/round';
import {
  acceptAtOnce,
  agreeRound,
  checkAtOnce,
  confirmRows,
  decidePair,
  getPair,
  getRound,
  listPairs,
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
  const file = await takeFile(ctx, writeCsv(s.rows, { header: s.headings }), { allow: ['csv'], maxBytes: 1_000_000 });
  const period = periodCode(s.period);
  const found = await checkAtOnce(ctx, {
    file: file.id,
    period,
    mapping: (proposed) => ({ ...proposed, codeSystem: 'kemendagri' }),
  });
  if (found.state !== 'checked' || found.rowsWrong > 0 || found.rowsReady === 0)
    throw new Error(`the submission of ${s.agencyCode} for ${period} is not clean: ${JSON.stringify(found.refusals)} ${JSON.stringify(found.groups.map((g) => g.code))}`);
  await acceptAtOnce(ctx, found.id);
  await confirmRows(ctx, { period });
  await signOff(ctx, { period });
}

/**
 * Decides as a careful steward would from the agreement pattern alone: equal NIK with an equal name, or equal
 * name and birth date with nothing against it.
 */
export function carefulDecision(pair: Pair): { decision: Decision; reason: string } {
  const of = (field: string) => pair.pattern.find((p) => p.field === field)?.agreement ?? 'missing';
  const against = of('sex') === 'different' || (of('nik') === 'different' && of('birthDate') !== 'equal');
  const name = of('name') === 'equal' || of('name') === 'close';
  if (of('nik') === 'equal' && name && of('sex') !== 'different')
    return { decision: 'same', reason: 'NIK sama, nama sesuai' };
  if (of('name') === 'equal' && of('birthDate') === 'equal' && !against && of('nik') !== 'different')
    return { decision: 'same', reason: 'Nama dan tanggal lahir sama' };
  return { decision: 'different', reason: 'Isian lain bertentangan' };
}

async function clearYear(services: Services, steward: Actor, year: number): Promise<void> {
  const round = await runAs(services, steward, (ctx) => openRoundAtOnce(ctx, year), { purpose: 'job' });
  await runAs(services, steward, async (ctx) => {
    const { items } = await listPairs(ctx, { id: round, show: 'open', limit: 10_000 });
    for (const { id } of items) {
      const pair = await getPair(ctx, { id });
      await decidePair(ctx, { id, version: pair.version, ...carefulDecision(pair) });
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

export async function seedProvince(services: Services, owner: Pool, tenant: string, people: ProvincePeople): Promise<void> {
  const province = await makeProvince();
  await seedPeriods(owner, tenant);
  const byAgency = new Map<string, Submission[]>();
  for (const s of province.submissions) byAgency.set(s.agencyCode, [...(byAgency.get(s.agencyCode) ?? []), s]);
  for (const [code, submissions] of byAgency) {
    const contact = people.contacts.get(code);
    if (!contact) throw new Error(`no data contact for ${code}`);
    const actor = await actorFor(services, contact.person, contact.agency);
    await runAs(services, actor, async (ctx) => {
      for (const s of submissions) await handIn(ctx, s);
    });
  }
  const steward = await actorFor(services, people.steward, null);
  for (const year of [2022, 2023]) await clearYear(services, steward, year);
  await closePast(owner, '2024-Q4');
}
