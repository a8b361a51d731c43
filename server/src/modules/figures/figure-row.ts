import type { Figure } from '@simpul/contract/figures/figure';
import { isWholeYear } from '@simpul/contract/figures/rules';
import type { Ctx } from '../../platform/context.ts';

export interface FigureRow extends Omit<Figure, 'partial' | 'enteredAt' | 'supersededAt'> {
  key: string | null;
  conflictsWith: string[];
  enteredAt: Date;
  supersededAt: Date | null;
}

export const figureColumns = `f.id, f.key, f.kind, f.topic, f.measure, f.unit, f.area_code as "areaCode", f.area_name as "areaName",
  f.year, to_char(f.period_from, 'YYYY-MM-DD') as "periodFrom", to_char(f.period_to, 'YYYY-MM-DD') as "periodTo",
  to_char(f.as_of, 'YYYY-MM-DD') as "asOf", f.dimensions, f.value::float8 as value, f.year_basis as "yearBasis",
  f.counting_rule as "countingRule", f.status_set as "statusSet", f.source, f.source_title as "sourceTitle",
  to_char(f.source_day, 'YYYY-MM-DD') as "sourceDay", f.source_url as "sourceUrl", f.secondary, f.series, f.reading,
  f.conflicts_with as "conflictsWith", f.note, f.round, f.entered_at as "enteredAt", f.superseded_at as "supersededAt",
  f.superseded_reason as "supersededReason"`;

export function toFigure(r: FigureRow): Figure {
  const { key: _key, conflictsWith: _conflicts, ...figure } = r;
  return {
    ...figure,
    partial: !isWholeYear(r.periodFrom, r.periodTo),
    enteredAt: r.enteredAt.toISOString(),
    supersededAt: r.supersededAt?.toISOString() ?? null,
  };
}

/**
 * Small cells leave only through agreed-year.ts: a breakdown of an agreed figure is never read one row at a time.
 */
export const noAgreedCell = "(f.kind = 'published' or f.dimensions = '{}')";

export async function findFigures(ctx: Ctx, where: string, values: unknown[] = []): Promise<FigureRow[]> {
  const found = await ctx.client.query<FigureRow>(
    `select ${figureColumns} from figures.figure f where ${where} and ${noAgreedCell}
      order by f.period_to, f.entered_at, f.id`,
    values,
  );
  return found.rows;
}
