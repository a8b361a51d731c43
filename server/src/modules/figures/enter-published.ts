import { randomUUIDv7 } from 'node:crypto';
import { measureOf } from '@simpul/contract/figures/codes';
import type { Dimensions, PublishedEntry } from '@simpul/contract/figures/figure';
import { entryProblems, yearOf } from '@simpul/contract/figures/rules';
import type { Ref } from '@simpul/contract/route';
import { dayIn } from '../../platform/clock.ts';
import type { Ctx } from '../../platform/context.ts';
import { AppError } from '../../platform/errors.ts';
import { areaNames } from '../regions/index.ts';
import { fallsOf } from './falls.ts';
import { findFigures, toFigure } from './figure-row.ts';

export type PublishedLine = Omit<PublishedEntry, 'parts' | 'asOf' | 'sourceDay'> & {
  id: string;
  key: string | null;
  areaName: string;
  asOf: string | null;
  sourceDay: string | null;
  secondary: boolean;
  conflictsWith: readonly string[];
};

/** Writes published figures as they are; whoever calls has checked them. */
export async function insertPublished(ctx: Ctx, lines: readonly PublishedLine[]): Promise<void> {
  await ctx.client.query(
    `insert into figures.figure (id, tenant, kind, key, series, topic, measure, unit, area_code, area_name, year, period_from,
       period_to, as_of, dimensions, value, year_basis, counting_rule, source, source_title, source_day, source_url, secondary,
       reading, conflicts_with, note, entered_by, entered_at)
     select x.id, $1, 'published', x.key, x.series, x.topic, x.measure, x.unit, x.area_code, x.area_name, x.year, x.period_from,
            x.period_to, x.as_of, x.dimensions, x.value, x.year_basis, x.counting_rule, x.source, x.source_title, x.source_day,
            x.source_url, x.secondary, x.reading, x.conflicts_with, x.note, $2, $3
       from jsonb_to_recordset($4::jsonb) as x (id uuid, key text, series text, topic text, measure text, unit text, area_code text,
         area_name text, year int, period_from date, period_to date, as_of date, dimensions jsonb, value numeric, year_basis text,
         counting_rule text, source text, source_title text, source_day date, source_url text, secondary boolean, reading text,
         conflicts_with text[], note text)`,
    [
      ctx.actor.tenant,
      ctx.actor.id,
      new Date(ctx.clock.now().epochMilliseconds),
      JSON.stringify(
        lines.map((l) => ({
          id: l.id,
          key: l.key,
          series: l.series,
          topic: l.topic,
          measure: measureOf(l.topic, l.unit),
          unit: l.unit,
          area_code: l.areaCode,
          area_name: l.areaName,
          year: yearOf(l.periodFrom, l.periodTo),
          period_from: l.periodFrom,
          period_to: l.periodTo,
          as_of: l.asOf,
          dimensions: l.dimensions,
          value: l.value,
          year_basis: l.yearBasis,
          counting_rule: l.countingRule,
          source: l.source,
          source_title: l.sourceTitle,
          source_day: l.sourceDay,
          source_url: l.sourceUrl,
          secondary: l.secondary,
          reading: l.reading,
          conflicts_with: l.conflictsWith,
          note: l.note,
        })),
      ),
    ],
  );
}

export interface BreakdownLine {
  key: string | null;
  total: string | null;
  stated: number | null;
  note: string | null;
  parts: readonly string[];
}

export async function insertBreakdown(ctx: Ctx, b: BreakdownLine): Promise<void> {
  const id = randomUUIDv7();
  const at = new Date(ctx.clock.now().epochMilliseconds);
  await ctx.client.query(
    `insert into figures.breakdown (id, tenant, key, total, stated, note, entered_by, entered_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [id, ctx.actor.tenant, b.key, b.total, b.stated, b.note, ctx.actor.id, at],
  );
  await ctx.client.query(
    `insert into figures.breakdown_part (breakdown, figure, tenant, position)
     select $1, p.figure, $2, p.position from unnest($3::uuid[]) with ordinality as p (figure, position)`,
    [id, ctx.actor.tenant, b.parts],
  );
}

const refuse = (path: string, code: string, message: string, params: Record<string, string | number> = {}) =>
  new AppError('invalid', { errors: [{ path, code, message, params }] });

async function areaName(ctx: Ctx, code: string): Promise<string> {
  const name = code === 'id' ? 'Indonesia' : (await areaNames(ctx, [code])).get(code);
  if (name === undefined)
    throw refuse('areaCode', 'unknown', 'Choose an area of the list; this code is not in it.');
  return name;
}

/** A figure that falls below an earlier one of its cumulative series needs a word about it. */
async function checkSeries(ctx: Ctx, line: PublishedLine): Promise<void> {
  if (line.series === null || line.note !== null) return;
  const known = (await findFigures(ctx, 'f.series = $1 and f.superseded_at is null', [line.series])).map(
    toFigure,
  );
  const [pattern] = known;
  if (!pattern) return;
  const measure = measureOf(line.topic, line.unit);
  const entered = { ...pattern, ...line, measure, kind: 'published' as const, supersededAt: null };
  const [fall] = fallsOf([...known, entered]).filter(
    (f) => f.after.id === line.id || f.before.id === line.id,
  );
  if (fall)
    throw refuse(
      'note',
      'series_falls',
      'A series that only grows falls here: say why in the note, or mend the number.',
      {
        before: fall.before.value,
        after: fall.after.value,
      },
    );
}

const sameTotal =
  "f.kind = 'published' and f.superseded_at is null and f.measure = $1 and f.area_code = $2 and f.period_from = $3 and f.period_to = $4 and f.source = $5 and f.source_title = $6 and f.dimensions = $7::jsonb and f.id <> all ($8::uuid[])";

export async function enter(ctx: Ctx, e: PublishedEntry, replaced: readonly string[] = []): Promise<string> {
  const problems = entryProblems(e, dayIn(ctx.actor.zone, ctx.clock.now()));
  if (problems.length > 0) throw new AppError('invalid', { errors: problems });
  const { parts, ...total } = e;
  const line: PublishedLine = {
    ...total,
    id: randomUUIDv7(),
    key: null,
    areaName: await areaName(ctx, e.areaCode),
    secondary: false,
    conflictsWith: [],
  };
  const measure = measureOf(e.topic, e.unit);
  const twice = await findFigures(ctx, sameTotal, [
    measure,
    e.areaCode,
    e.periodFrom,
    e.periodTo,
    e.source,
    e.sourceTitle,
    JSON.stringify(e.dimensions),
    replaced,
  ]);
  if (twice.length > 0)
    throw new AppError('conflict', { params: { reason: 'figure_known', id: twice[0]?.id ?? '' } });
  await checkSeries(ctx, line);
  const partLines = (parts?.values ?? []).map((p): PublishedLine => {
    const dimensions: Dimensions = { ...e.dimensions, ...(parts ? { [parts.dimension]: p.code } : {}) };
    return { ...line, id: randomUUIDv7(), value: p.value, dimensions };
  });
  await insertPublished(ctx, [line, ...partLines]);
  if (partLines.length > 0)
    await insertBreakdown(ctx, {
      key: null,
      total: line.id,
      stated: null,
      note: e.note,
      parts: partLines.map((p) => p.id),
    });
  return line.id;
}

/** Enters a figure that somebody else published. It stands beside agreed figures and is never added to them. */
export async function enterPublishedFigure(ctx: Ctx, e: PublishedEntry): Promise<Ref> {
  const id = await enter(ctx, e);
  await ctx.audit({
    action: 'figures.enter',
    subject: { kind: 'figure', id },
    detail: { measure: measureOf(e.topic, e.unit), area: e.areaCode, from: e.periodFrom, to: e.periodTo },
  });
  return { id };
}
