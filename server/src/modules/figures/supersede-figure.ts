import type { z } from 'zod';
import type { SupersedeFigure } from '@simpul/contract/figures/figure';
import type { Ref } from '@simpul/contract/route';
import type { Ctx } from '../../platform/context.ts';
import { AppError } from '../../platform/errors.ts';
import { enter } from './enter-published.ts';
import { getFigureRow } from './reads.ts';

/** A published figure is never changed: another takes its place, or it is withdrawn, and the reason stays. */
export async function supersedeFigure(
  ctx: Ctx,
  { id, reason, by }: z.infer<typeof SupersedeFigure>,
): Promise<Ref> {
  await ctx.client.query('select 1 from figures.figure where id = $1 for update', [id]);
  const row = await getFigureRow(ctx, id);
  if (row.kind === 'agreed') throw new AppError('wrong_state', { params: { reason: 'agreed_needs_round' } });
  if (row.supersededAt !== null)
    throw new AppError('wrong_state', { params: { reason: 'already_superseded' } });
  // Parts go with their total: they would else stand without it.
  const parts = await ctx.client.query<{ id: string }>(
    `select f.id from figures.breakdown b join figures.breakdown_part p on p.breakdown = b.id
       join figures.figure f on f.id = p.figure
      where b.total = $1 and b.key is null and f.superseded_at is null`,
    [id],
  );
  const next = by ? await enter(ctx, by, [id]) : null;
  await ctx.client.query(
    'update figures.figure set superseded_at = $2, superseded_reason = $3, superseded_by = $4 where id = any ($1)',
    [[id, ...parts.rows.map((p) => p.id)], new Date(ctx.clock.now().epochMilliseconds), reason, next],
  );
  await ctx.audit({
    action: 'figures.supersede',
    subject: { kind: 'figure', id },
    detail: { by: next, parts: parts.rows.length },
  });
  return { id: next ?? id };
}
