import type { FigureDetail, FigurePage, FigureQuery } from '@simpul/contract/figures/figure';
import type { FigureChecks } from '@simpul/contract/figures/series';
import { countCap } from '@simpul/contract/paging';
import type { Ctx } from '../../platform/context.ts';
import { cursorOf, readCursor } from '../../platform/cursor.ts';
import { AppError } from '../../platform/errors.ts';
import { fallsOf } from './falls.ts';
import { figureColumns, type FigureRow, findFigures, noAgreedCell, toFigure } from './figure-row.ts';
import { mayManage, mayOpenRows, maySupersede } from './policy.ts';
import { findSums } from './sums.ts';

type Filter = Omit<FigureQuery, 'cursor' | 'limit'>;

/** The filter of a list as SQL; the export uses the same. */
export function whereOf(q: Filter, value: (v: unknown) => string): string {
  const where = [noAgreedCell, q.superseded ? 'f.superseded_at is not null' : 'f.superseded_at is null'];
  if (q.kind) where.push(`f.kind = ${value(q.kind)}`);
  if (q.topic) where.push(`f.topic = ${value(q.topic)}`);
  if (q.measure) where.push(`f.measure = ${value(q.measure)}`);
  if (q.year !== undefined) where.push(`f.year = ${value(q.year)}`);
  if (q.area) where.push(`f.area_code = ${value(q.area)}`);
  if (q.totals) where.push("f.dimensions = '{}'");
  return where.join(' and ');
}

/** Newest period first; within it by area, measure and breakdown. */
const within = 'f.area_code, f.measure, f.dimensions::text, f.id';

export async function listFigures(ctx: Ctx, q: FigureQuery): Promise<FigurePage> {
  const values: unknown[] = [];
  const value = (v: unknown) => `$${values.push(v)}`;
  const where = whereOf(q, value);
  const counted = await ctx.client.query<{ n: number }>(
    `select count(*)::int as n from (select 1 from figures.figure f where ${where} limit ${countCap + 1}) c`,
    [...values],
  );
  const after = readCursor(q.cursor, ['day', 'text', 'text', 'text', 'uuid']);
  const [to = '', ...rest] = after ?? [];
  const casts = ['::text', '::text', '::text', '::uuid'];
  const day = after ? `${value(to)}::date` : '';
  const place = after
    ? ` and (f.period_to < ${day} or f.period_to = ${day} and (${within}) > (${rest.map((part, i) => value(part) + casts[i]).join(', ')}))`
    : '';
  const found = await ctx.client.query<FigureRow & { sort: string }>(
    `select ${figureColumns}, f.dimensions::text as sort from figures.figure f where ${where}${place}
      order by f.period_to desc, ${within} limit ${value(q.limit + 1)}`,
    values,
  );
  const items = found.rows.slice(0, q.limit);
  const last = items.at(-1);
  return {
    items: items.map(({ sort: _sort, ...row }) => toFigure(row)),
    nextCursor:
      found.rows.length > q.limit && last
        ? cursorOf([last.periodTo, last.areaCode, last.measure, last.sort, last.id])
        : null,
    total: counted.rows[0]?.n ?? 0,
    can: { manage: mayManage(ctx) },
  };
}

/** All published series, to find those that fall; the collection is small and read whole. */
const seriesFigures = async (ctx: Ctx, series?: string) =>
  (
    await findFigures(
      ctx,
      'f.series is not null and f.superseded_at is null and ($1::text is null or f.series = $1)',
      [series ?? null],
    )
  ).map(toFigure);

export async function getChecks(ctx: Ctx): Promise<FigureChecks> {
  const sums = await findSums(ctx);
  return { sums: sums.filter((s) => !s.holds), falls: fallsOf(await seriesFigures(ctx)) };
}

export async function getFigureRow(ctx: Ctx, id: string): Promise<FigureRow> {
  const [row] = await findFigures(ctx, 'f.id = $1', [id]);
  if (!row) throw new AppError('not_found');
  return row;
}

/** Those it names as contradicting it, and those that name it. */
const findConflicts = (ctx: Ctx, row: FigureRow) =>
  findFigures(
    ctx,
    'f.superseded_at is null and f.id <> $1 and (f.key = any ($2) or $3::text = any (f.conflicts_with))',
    [row.id, row.conflictsWith, row.key],
  );

export async function getFigure(ctx: Ctx, { id }: { id: string }): Promise<FigureDetail> {
  const row = await getFigureRow(ctx, id);
  const figure = toFigure(row);
  const before =
    row.kind === 'agreed'
      ? await findFigures(
          ctx,
          "f.kind = 'agreed' and f.year = $1 and f.measure = $2 and f.dimensions = '{}' and f.superseded_at <= $3 and f.id <> $4",
          [row.year, row.measure, row.enteredAt, row.id],
        )
      : await findFigures(ctx, 'f.superseded_by = $1', [row.id]);
  const falls = row.series === null ? [] : fallsOf(await seriesFigures(ctx, row.series));
  return {
    ...figure,
    sums: await findSums(ctx, id),
    falls: falls.filter((f) => f.before.id === id || f.after.id === id),
    conflicts: (await findConflicts(ctx, row)).map(toFigure),
    before: before.map(toFigure).toReversed(),
    can: { supersede: maySupersede(ctx, row), openRows: mayOpenRows(ctx, row) },
  };
}
