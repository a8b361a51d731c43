import { agreedDimensions, type AgreedDimension } from '@simpul/contract/figures/codes';
import type { AgreedTable } from '@simpul/contract/figures/series';
import { codesOf } from '@simpul/contract/standards/code-lists';
import { protectOneWay } from '@simpul/engine/disclosure/one-way';
import type { Ctx } from '../../platform/context.ts';
import { areaNames, getRegencyTable } from '../regions/index.ts';

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

export interface AgreedCell {
  dimension: AgreedDimension;
  code: string;
  value: number;
}

/** Protects the tables of a round just agreed and stores them as everybody may read them. */
export async function storeAgreedTables(
  ctx: Ctx,
  round: string,
  cells: readonly AgreedCell[],
): Promise<void> {
  const threshold = await getThreshold(ctx, 'P1');
  for (const dimension of agreedDimensions) {
    const own = cells.filter((c) => c.dimension === dimension);
    if (own.length === 0) continue;
    const counts = new Map<string, number>();
    for (const cell of own) {
      const code = dimension === 'form' && rareForms.has(cell.code) ? 'other' : cell.code;
      counts.set(code, (counts.get(code) ?? 0) + cell.value);
    }
    const codes = await categories(ctx, dimension, [...counts.keys()]);
    const table = protectOneWay(
      codes.map((code) => ({ code, value: counts.get(code) ?? 0 })),
      { threshold },
    );
    await ctx.client.query(
      `insert into figures.agreed_table (round, dimension, tenant, threshold, outcome, total, cells)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [
        round,
        dimension,
        ctx.actor.tenant,
        threshold,
        table.outcome,
        table.total,
        JSON.stringify(table.cells),
      ],
    );
  }
}

type StoredTable = Omit<AgreedTable, 'cells'> & {
  threshold: number;
  cells: { code: string; value: number | null }[];
};

/**
 * Tables of an agreed round as they were protected. One that was stored under a lower threshold than the policy of
 * today shows its total only, until a new round is agreed.
 */
export async function findAgreedTables(ctx: Ctx, round: string, threshold: number): Promise<AgreedTable[]> {
  const found = await ctx.client.query<StoredTable>(
    'select dimension, threshold, outcome, total, cells from figures.agreed_table where round = $1',
    [round],
  );
  const places = found.rows.find((t) => t.dimension === 'place')?.cells.map((c) => c.code) ?? [];
  const names = await areaNames(ctx, places);
  return agreedDimensions.flatMap((dimension) => {
    const table = found.rows.find((t) => t.dimension === dimension);
    if (!table) return [];
    if (table.threshold < threshold)
      return [{ dimension, outcome: 'total_only' as const, total: table.total, cells: [] }];
    const label = (code: string) => (dimension === 'place' ? (names.get(code) ?? null) : null);
    return [
      {
        dimension,
        outcome: table.outcome,
        total: table.total,
        cells: table.cells.map((c) => ({ ...c, label: label(c.code) })),
      },
    ];
  });
}
