import { randomUUIDv7 } from 'node:crypto';
import type { AgreedDimension } from '@simpul/contract/figures/codes';
import type { Ctx } from '../../platform/context.ts';
import { dayIn } from '../../platform/clock.ts';
import { storeAgreedTables } from './agreed-tables.ts';

export interface AgreedFigure {
  measure: 'cases' | 'victims';
  unit: 'case' | 'victim';
  /** One attribute at a time; both null for a total. */
  dimension: AgreedDimension | null;
  code: string | null;
  value: number;
}
export interface AgreedFigures {
  round: string;
  year: number;
  figures: AgreedFigure[];
}

/** Rule of the clearing, printed under each agreed figure (texts: i18n figures.rule). */
const countingRule = 'clearing_person_case_1';

/** Freezes the figures of an agreed round and its tables, protected. Those of an earlier round of the year are superseded, not changed. */
export async function recordAgreedFigures(ctx: Ctx, { round, year, figures }: AgreedFigures): Promise<void> {
  const now = ctx.clock.now();
  await ctx.client.query(
    `update figures.figure set superseded_at = $2, superseded_reason = 'new_round'
      where kind = 'agreed' and year = $1 and superseded_at is null`,
    [year, new Date(now.epochMilliseconds)],
  );
  await ctx.client.query(
    `insert into figures.figure (id, tenant, kind, measure, unit, area_code, area_name, year, period_from, period_to,
                                 as_of, dimensions, value, year_basis, counting_rule, status_set, source, round, entered_by, entered_at)
     select f.id, $1, 'agreed', f.measure, f.unit, $1, $2, $3, make_date($3, 1, 1), make_date($3, 12, 31), $4::date,
            f.dimensions, f.value, 'as_stated_by_source', $5, 'all_confirmed', 'clearing', $6, $7, $8
       from unnest($9::uuid[], $10::text[], $11::text[], $12::jsonb[], $13::bigint[])
              as f (id, measure, unit, dimensions, value)`,
    [
      ctx.actor.tenant,
      ctx.actor.tenantName,
      year,
      dayIn(ctx.actor.zone, now),
      countingRule,
      round,
      ctx.actor.id,
      new Date(now.epochMilliseconds),
      figures.map(() => randomUUIDv7()),
      figures.map((f) => f.measure),
      figures.map((f) => f.unit),
      figures.map((f) => JSON.stringify(f.dimension === null ? {} : { [f.dimension]: f.code })),
      figures.map((f) => f.value),
    ],
  );
  const cells = figures.flatMap(({ dimension, code, value }) =>
    dimension !== null && code !== null ? [{ dimension, code, value }] : [],
  );
  await storeAgreedTables(ctx, round, cells);
}
