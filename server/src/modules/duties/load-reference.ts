import fs from 'node:fs';
import path from 'node:path';
import { LegalParameter } from '@simpul/contract/duties/legal-parameter';
import { parameterProblem } from '@simpul/contract/duties/rules';
import { CalendarDay } from '@simpul/contract/duties/calendar-day';
import { z } from 'zod';
import type { Pool, PoolClient } from '../../platform/db/connect.ts';
import { asMaintenance } from '../../platform/db/maintenance.ts';
import { estimateBasis, type NationalYear } from './calendar.ts';

const seedFolder = path.join(import.meta.dirname, '../../../seed');
/** Years for which estimates are made where no decree is stored. */
const estimateAhead = 10;

const Parameter = LegalParameter.omit({ version: true, origin: true, verification: true });
type Parameter = z.infer<typeof Parameter>;
const ParameterFile = z.object({ parameters: z.array(Parameter) });
const CalendarFile = z.object({
  years: z.array(
    z.object({
      year: z.number().int(),
      basis: z.string(),
      days: z.array(
        CalendarDay.pick({ date: true, kind: true, name: true }).extend({ basis: z.string().optional() }),
      ),
    }),
  ),
});

const readSeed = (name: string): unknown => JSON.parse(fs.readFileSync(path.join(seedFolder, name), 'utf8'));

export function readParameters(): Parameter[] {
  const { parameters } = ParameterFile.parse(readSeed('legal-parameters.json'));
  for (const p of parameters) {
    const problem = parameterProblem(p);
    if (problem) throw new Error(`legal-parameters.json, ${p.key}: ${problem}. Its unit is ${p.unit}.`);
  }
  return parameters;
}

const readDecrees = (): NationalYear[] =>
  CalendarFile.parse(readSeed('calendar-days.json')).years.map((y) => ({ ...y, source: 'official' }));

/** Loads the numbers of the law and the national days; does nothing when nothing changed. */
export async function loadDuties(
  owner: Pool,
  thisYear = Temporal.Now.plainDateISO('UTC').year,
): Promise<void> {
  await asMaintenance(owner, 'migrate', async (client) => {
    await loadParameters(client, readParameters());
    await loadCalendar(client, readDecrees(), thisYear);
  });
}

const parameterColumns =
  'row_no, title_id, title_en, value, text, unit, direction, holder_id, holder_en, basis, mark, mark_ref, note, valid_from, valid_to';

/** A number that changed since the last load becomes the next version; the former stays. */
async function loadParameters(client: PoolClient, parameters: readonly Parameter[]): Promise<void> {
  const known = await client.query(
    `select distinct on (key) key, version, ${parameterColumns} from duties.parameter order by key, version desc`,
  );
  const latest = new Map(known.rows.map((row) => [row.key as string, row]));
  for (const p of parameters) {
    const values = [
      p.row,
      p.title.id,
      p.title.en,
      p.value,
      p.text,
      p.unit,
      p.direction,
      p.dutyHolder?.id ?? null,
      p.dutyHolder?.en ?? null,
      p.basis,
      p.mark,
      p.markRef,
      p.note,
      p.validFrom,
      p.validTo,
    ];
    const row = latest.get(p.key);
    const columns = parameterColumns.split(', ');
    if (row && columns.every((column, i) => row[column] === values[i])) continue;
    await client.query(
      `insert into duties.parameter (key, version, ${parameterColumns})
       values ($1, $2, ${values.map((_, i) => `$${i + 3}`).join(', ')})`,
      [p.key, row ? Number(row.version) + 1 : 1, ...values],
    );
  }
}

async function loadCalendar(client: PoolClient, decrees: NationalYear[], thisYear: number): Promise<void> {
  const known = await client.query('select year, source, basis from duties.national_year');
  const have = new Map(known.rows.map((r) => [Number(r.year), `${r.source} ${r.basis}`]));
  const missing: NationalYear[] = decrees.filter((y) => have.get(y.year) !== `official ${y.basis}`);
  const decreed = new Set(decrees.map((y) => y.year));
  const estimate: number[] = [];
  for (let year = thisYear - 4; year <= thisYear + estimateAhead; year++)
    if (!decreed.has(year) && !have.has(year)) estimate.push(year);
  if (estimate.length > 0) {
    // Imported here alone: the library holds the holidays of the whole world in memory.
    const { estimatedDays } = await import('./estimated-days.ts');
    for (const year of estimate)
      missing.push({ year, source: 'estimated', basis: estimateBasis, days: estimatedDays(year) });
  }
  if (missing.length === 0) return;
  await client.query('delete from duties.national_year where year = any($1)', [missing.map((y) => y.year)]);
  await client.query(
    `insert into duties.national_year (year, source, basis) select * from unnest($1::integer[], $2::text[], $3::text[])`,
    [missing.map((y) => y.year), missing.map((y) => y.source), missing.map((y) => y.basis)],
  );
  const days = missing.flatMap((y) => y.days.map((d) => ({ ...d, year: y.year })));
  await client.query(
    `insert into duties.national_day (date, year, kind, name_id, name_en, basis)
     select * from unnest($1::date[], $2::integer[], $3::text[], $4::text[], $5::text[], $6::text[])`,
    [
      days.map((d) => d.date),
      days.map((d) => d.year),
      days.map((d) => d.kind),
      days.map((d) => d.name.id),
      days.map((d) => d.name.en),
      days.map((d) => d.basis ?? null),
    ],
  );
}
