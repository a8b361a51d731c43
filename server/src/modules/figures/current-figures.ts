import type { Figure } from '@simpul/contract/figures/figure';
import type { Ctx } from '../../platform/context.ts';
import { findFigures, toFigure } from './figure-row.ts';

/** What stands now in the place of a figure that was used somewhere: itself, its successor, or nothing. */
export async function findCurrentFigures(
  ctx: Ctx,
  ids: readonly string[],
): Promise<Map<string, Figure | null>> {
  const used = await findFigures(ctx, 'f.id = any ($1)', [ids]);
  const moved = used.filter((f) => f.supersededAt !== null);
  const years = moved.flatMap((f) => (f.kind === 'agreed' ? (f.year ?? []) : []));
  const agreed = await findFigures(
    ctx,
    "f.kind = 'agreed' and f.superseded_at is null and f.year = any ($1::int[])",
    [years],
  );
  const successors = await findSuccessors(
    ctx,
    moved.map((f) => f.id),
  );
  return new Map(
    used.map((f) => {
      if (f.supersededAt === null) return [f.id, toFigure(f)];
      const now =
        f.kind === 'agreed'
          ? agreed.find((a) => a.year === f.year && a.measure === f.measure)
          : successors.get(f.id);
      return [f.id, now ? toFigure(now) : null];
    }),
  );
}

/** Follows the chain of replacements to its end. */
async function findSuccessors(ctx: Ctx, ids: readonly string[]) {
  const ends = await ctx.client.query<{ start: string; id: string }>(
    `with recursive chain as (
       select f.id as start, f.superseded_by as id from figures.figure f where f.id = any ($1) and f.superseded_by is not null
       union all
       select c.start, f.superseded_by from chain c join figures.figure f on f.id = c.id where f.superseded_by is not null)
     select c.start, c.id from chain c join figures.figure f on f.id = c.id where f.superseded_at is null`,
    [ids],
  );
  const rows = await findFigures(ctx, 'f.id = any ($1)', [ends.rows.map((e) => e.id)]);
  const byId = new Map(rows.map((r) => [r.id, r]));
  return new Map(ends.rows.map((e) => [e.start, byId.get(e.id)]));
}
