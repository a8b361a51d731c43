import type { SumCheck } from '@simpul/contract/figures/figure';
import type { Ctx } from '../../platform/context.ts';
import { figureColumns, type FigureRow, toFigure } from './figure-row.ts';

interface Breakdown {
  id: string;
  total: string | null;
  stated: number | null;
  note: string | null;
}

/** Parts that sources itemise, added up; of one figure, or all. Parts that were superseded are left out. */
export async function findSums(ctx: Ctx, figure?: string): Promise<SumCheck[]> {
  const breakdowns = await ctx.client.query<Breakdown>(
    `select b.id, b.total, b.stated::float8 as stated, b.note from figures.breakdown b
      where $1::uuid is null or b.total = $1
         or exists (select from figures.breakdown_part p where p.breakdown = b.id and p.figure = $1)
      order by b.entered_at, b.id`,
    [figure ?? null],
  );
  if (breakdowns.rows.length === 0) return [];
  const ids = breakdowns.rows.map((b) => b.id);
  const parts = await ctx.client.query<FigureRow & { breakdown: string }>(
    `select p.breakdown, ${figureColumns} from figures.breakdown_part p join figures.figure f on f.id = p.figure
      where p.breakdown = any ($1) and f.superseded_at is null order by p.breakdown, p.position`,
    [ids],
  );
  const totals = await ctx.client.query<FigureRow>(
    `select ${figureColumns} from figures.figure f where f.id = any ($1)`,
    [breakdowns.rows.flatMap((b) => b.total ?? [])],
  );
  const totalOf = new Map(totals.rows.map((t) => [t.id, toFigure(t)]));
  const partsOf = Map.groupBy(parts.rows, (p) => p.breakdown);
  return breakdowns.rows.flatMap((b) => {
    const totalFigure = b.total === null ? null : (totalOf.get(b.total) ?? null);
    const total = b.stated ?? totalFigure?.value;
    const own = (partsOf.get(b.id) ?? []).map(({ breakdown: _breakdown, ...p }) => toFigure(p));
    if (total === undefined || totalFigure?.supersededAt || own.length === 0) return [];
    const sum = own.reduce((s, p) => s + p.value, 0);
    return [
      { id: b.id, total, sum, holds: Math.abs(sum - total) < 1e-9, note: b.note, totalFigure, parts: own },
    ];
  });
}
