import { agreedDimensions, type AgreedDimension } from '@simpul/contract/figures/codes';
import type { Figure } from '@simpul/contract/figures/figure';
import type { AgreedTable, AgreedYear } from '@simpul/contract/figures/series';
import { codesOf } from '@simpul/contract/standards/code-lists';
import { protectOneWay } from '@simpul/engine/disclosure/one-way';
import type { Ctx } from '../../platform/context.ts';
import { AppError } from '../../platform/errors.ts';
import { areaNames, getRegencyTable } from '../regions/index.ts';
import { figureColumns, type FigureRow, toFigure } from './figure-row.ts';
import { mayOpenRows } from './policy.ts';

/** Forms so rare that naming one points at a person: they stand under `other` (standards.md section 10). */
const rareForms = new Set(['organ_removal', 'armed_group', 'illegal_adoption']);

const fixedCodes: Partial<Record<AgreedDimension, readonly string[]>> = {
  sex: codesOf('sex'),
  child: ['yes', 'no', 'unknown'],
  form: codesOf('exploitation_type').filter((code) => !rareForms.has(code)),
};

/** Counts of 1 to this are hidden in tables of a class; a policy, therefore read from data. */
export async function getThreshold(ctx: Ctx, sensitivity: 'P0' | 'P1'): Promise<number> {
  const found = await ctx.client.query<{ threshold: number }>(
    'select threshold from figures.disclosure_rule where class = $1',
    [sensitivity],
  );
  const threshold = found.rows[0]?.threshold;
  if (threshold === undefined) throw new Error(`figures.disclosure_rule has no line for ${sensitivity}`);
  return threshold;
}

/** Every category stands in the table, zeros too: a list of only those that occur says nothing about the others. */
async function categories(ctx: Ctx, dimension: AgreedDimension, found: readonly string[]): Promise<string[]> {
  const fixed = fixedCodes[dimension] ?? [];
  const places =
    dimension === 'place'
      ? (await getRegencyTable(ctx)).regencies
          .map((r) => r.code)
          .filter((c) => c.startsWith(`${ctx.actor.tenant}.`))
      : [];
  return [...new Set([...fixed, ...places, ...[...found].sort()])];
}

async function tableOf(ctx: Ctx, dimension: AgreedDimension, cells: readonly FigureRow[], threshold: number) {
  const counts = new Map<string, number>();
  for (const cell of cells) {
    const own = cell.dimensions[dimension] ?? 'unknown';
    const code = dimension === 'form' && rareForms.has(own) ? 'other' : own;
    counts.set(code, (counts.get(code) ?? 0) + cell.value);
  }
  const codes = await categories(ctx, dimension, [...counts.keys()]);
  const names = dimension === 'place' ? await areaNames(ctx, codes) : new Map<string, string>();
  const table = protectOneWay(
    codes.map((code) => ({ code, value: counts.get(code) ?? 0 })),
    { threshold },
  );
  return {
    dimension,
    outcome: table.outcome,
    total: table.total,
    cells: table.cells.map((c) => ({ ...c, label: names.get(c.code) ?? null })),
  } satisfies AgreedTable;
}

async function findAgreed(ctx: Ctx, year: number): Promise<FigureRow[]> {
  const found = await ctx.client.query<FigureRow>(
    `select ${figureColumns} from figures.figure f
      where f.kind = 'agreed' and f.year = $1 and f.superseded_at is null order by f.id`,
    [year],
  );
  return found.rows;
}

const isTotal = (f: FigureRow) => Object.keys(f.dimensions).length === 0;

/** The agreed figures of a year, its tables with small cells hidden; undefined before a round of it was agreed. */
export async function findAgreedYear(ctx: Ctx, year: number): Promise<AgreedYear | undefined> {
  const rows = await findAgreed(ctx, year);
  const total = (measure: Figure['measure']) => rows.find((f) => isTotal(f) && f.measure === measure);
  const [cases, victims] = [total('cases'), total('victims')];
  if (!cases || !victims || victims.round === null) return undefined;
  const threshold = await getThreshold(ctx, 'P1');
  const tables: AgreedTable[] = [];
  for (const dimension of agreedDimensions) {
    const cells = rows.filter((f) => f.measure === 'victims' && f.dimensions[dimension] !== undefined);
    if (cells.length > 0) tables.push(await tableOf(ctx, dimension, cells, threshold));
  }
  return {
    year,
    round: victims.round,
    cases: toFigure(cases),
    victims: toFigure(victims),
    threshold,
    tables,
    can: { openRows: mayOpenRows(ctx, victims) },
  };
}

export async function getAgreedYear(ctx: Ctx, { year }: { year: number }): Promise<AgreedYear> {
  const found = await findAgreedYear(ctx, year);
  if (!found) throw new AppError('not_found');
  return found;
}
