import { createHash, randomUUIDv7 } from 'node:crypto';
import { AreaCode } from '@simpul/contract/regions/area';
import { BpsCode } from '@simpul/contract/regions/bps';
import { levelOf, namesAgree } from '@simpul/contract/regions/rules';
import type { Ref } from '@simpul/contract/route';
import type { Ctx } from '../../platform/context.ts';
import { AppError, type FieldProblem } from '../../platform/errors.ts';
import { mayImportCrosswalk } from './policy.ts';
import { bpsProblem, type BpsRow, readBpsTable } from './read-bps-table.ts';

/** A person mends a hundred rows at a time; the count of all says how far it is. */
const problemsShown = 100;
const bpsLevels: Record<number, string> = { 2: 'province', 4: 'regency', 7: 'district', 10: 'village' };

interface Known {
  name: string;
  others: string[];
}

async function findKnown(ctx: Ctx, codes: string[]): Promise<Map<string, Known>> {
  const found = await ctx.client.query(
    `select a.code, a.name, coalesce(array_agg(al.name) filter (where al.name is not null), '{}') as others
       from regions.area a left join regions.area_alias al on al.code = a.code
      where a.code = any ($1) and a.valid_to is null group by a.code, a.name`,
    [codes],
  );
  return new Map(
    found.rows.map((r) => [r.code as string, { name: r.name as string, others: r.others as string[] }]),
  );
}

function problemOf(row: BpsRow, known: Map<string, Known>): FieldProblem | undefined {
  const { number, code, bps } = row;
  const at = { row: number, code, bps };
  if (!AreaCode.safeParse(code).success) return bpsProblem('code_format', { ...at, value: code });
  if (!BpsCode.safeParse(bps).success) return bpsProblem('bps_format', { ...at, value: bps });
  if (bpsLevels[bps.length] !== levelOf(code)) return bpsProblem('level', at);
  const area = known.get(code);
  if (!area) return bpsProblem('code_unknown', at);
  const disagrees = (name: string) => ![area.name, ...area.others].some((own) => namesAgree(code, own, name));
  const wrong = row.names.length === 0 ? '' : row.names.find(disagrees);
  return wrong === undefined
    ? undefined
    : bpsProblem('name_mismatch', { ...at, value: wrong, name: area.name });
}

function findTwice(rows: readonly BpsRow[]): FieldProblem[] {
  const byBps = new Map<string, number>();
  const byCode = new Map<string, number>();
  return rows.flatMap(({ number, bps, code }) => {
    const [sameBps, sameCode] = [byBps.get(bps), byCode.get(code)];
    byBps.set(bps, sameBps ?? number);
    byCode.set(code, sameCode ?? number);
    if (sameBps !== undefined) return [bpsProblem('bps_twice', { row: number, bps, other: sameBps })];
    if (sameCode !== undefined) return [bpsProblem('code_twice', { row: number, code, other: sameCode })];
    return [];
  });
}

/** The dotted code that the bare digits would wrongly be read as. */
const asKemendagri = (bps: string) => (bps.length === 4 ? `${bps.slice(0, 2)}.${bps.slice(2)}` : undefined);

function refuseProblems(problems: FieldProblem[], rows: number): void {
  if (problems.length === 0) return;
  const row = (p: FieldProblem) => Number(p.params?.['row'] ?? 0);
  const errors = problems.sort((a, b) => row(a) - row(b)).slice(0, problemsShown);
  throw new AppError('invalid', { params: { problems: problems.length, rows }, errors });
}

/**
 * Loads a crosswalk between BPS and Kemendagri codes in place of the former one. Every row is checked by name,
 * since the digits of one system are often another area of the other; one wrong row refuses the whole file.
 */
export async function importBpsCrosswalk(
  ctx: Ctx,
  { source, asOf, csv }: { source: string; asOf: string; csv: string },
): Promise<Ref> {
  if (!mayImportCrosswalk(ctx)) throw new AppError('forbidden');
  const rows = await readBpsTable(csv);
  const likely = rows.flatMap((r) => [r.code, asKemendagri(r.bps) ?? r.code]);
  const known = await findKnown(ctx, [...new Set(likely)]);
  const problems = rows.flatMap((row) => problemOf(row, known) ?? []);
  refuseProblems([...problems, ...findTwice(rows)], rows.length);
  const traps = rows.filter((r) => {
    const misread = asKemendagri(r.bps);
    return misread !== undefined && misread !== r.code && known.has(misread);
  }).length;

  const id = randomUUIDv7();
  await ctx.client.query(
    "update regions.bps_import set state = 'replaced', version = version + 1 where state = 'current'",
  );
  await ctx.client.query(
    `insert into regions.bps_import (id, tenant, source, as_of, sha256, rows, traps, imported_by, imported_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      id,
      ctx.actor.tenant,
      source,
      asOf,
      createHash('sha256').update(csv).digest('hex'),
      rows.length,
      traps,
      ctx.actor.id,
      ctx.clock.now().toString(),
    ],
  );
  await ctx.client.query(
    `insert into regions.bps_crosswalk (tenant, import, bps_code, code, bps_name)
     select $1, $2, n.bps_code, n.code, n.bps_name from unnest($3::text[], $4::text[], $5::text[]) n (bps_code, code, bps_name)`,
    [
      ctx.actor.tenant,
      id,
      rows.map((r) => r.bps),
      rows.map((r) => r.code),
      rows.map((r) => r.names.at(-1) ?? ''),
    ],
  );
  await ctx.audit({
    action: 'regions.bps.import',
    subject: { kind: 'regions.bps_import', id },
    detail: { rows: rows.length, traps, asOf },
  });
  return { id, version: 1 };
}
