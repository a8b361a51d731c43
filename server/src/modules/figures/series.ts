import type { Measure } from '@simpul/contract/figures/codes';
import type { Figure } from '@simpul/contract/figures/figure';
import type { YearSeries } from '@simpul/contract/figures/series';
import type { Ctx } from '../../platform/context.ts';
import { differenceReasons } from './explain.ts';
import { findFigures, toFigure } from './figure-row.ts';

const unitFor = (measure: Measure, figures: readonly Figure[]): YearSeries['unit'] =>
  figures[0]?.unit ??
  (measure.endsWith('cases') ? 'case' : measure.endsWith('victims') ? 'victim' : 'unclear');

const readings = ['primary', 'conflicting', 'context'];
const byReading = (a: Figure, b: Figure) =>
  readings.indexOf(a.reading ?? '') - readings.indexOf(b.reading ?? '') || (a.periodTo < b.periodTo ? 1 : -1);

/** Totals of the tenant's own area, year by year: what was agreed, and beside it what others printed. */
export async function getYearSeries(ctx: Ctx, { measure }: { measure: Measure }): Promise<YearSeries> {
  const rows = await findFigures(
    ctx,
    "f.measure = $1 and f.area_code = $2 and f.dimensions = '{}' and f.superseded_at is null",
    [measure, ctx.actor.tenant],
  );
  const contradicted = new Set(rows.flatMap((r) => r.conflictsWith));
  const conflicts = new Map(
    rows.map((r) => [r.id, r.conflictsWith.length > 0 || (r.key !== null && contradicted.has(r.key))]),
  );
  const figures = rows.map(toFigure);
  const years = [...new Set(figures.flatMap((f) => f.year ?? []))].sort((a, b) => a - b);
  return {
    measure,
    unit: unitFor(measure, figures),
    areaCode: ctx.actor.tenant,
    areaName: ctx.actor.tenantName,
    years: years.map((year) => {
      const own = figures.filter((f) => f.year === year);
      const agreed = own.find((f) => f.kind === 'agreed') ?? null;
      return {
        year,
        agreed,
        published: own
          .filter((f) => f.kind === 'published')
          .sort(byReading)
          .map((figure) => ({
            figure,
            difference: agreed ? figure.value - agreed.value : null,
            reasons: agreed
              ? differenceReasons({ ...figure, conflicts: conflicts.get(figure.id) ?? false }, agreed)
              : [],
          })),
      };
    }),
    longer: figures.filter((f) => f.year === null),
  };
}
