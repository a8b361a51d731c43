import { randomUUIDv7 } from 'node:crypto';
import type { z } from 'zod';
import type { DecideClear, DecidePair, Decision, UndoDecision } from '@simpul/contract/clearing/round';
import type { Ref } from '@simpul/contract/route';
import type { Ctx } from '../../../platform/context.ts';
import { AppError } from '../../../platform/errors.ts';

interface OpenPair {
  id: string;
  round: string;
  decision: Decision | null;
  version: number;
}

/** The pair, locked, in a round under review that nobody can agree until this is done. */
async function getOpenPair(ctx: Ctx, id: string): Promise<OpenPair> {
  const round = await ctx.client.query<{ state: string }>(
    'select state from clearing.round where id = (select round from clearing.pair where id = $1) for share',
    [id],
  );
  if (!round.rows[0]) throw new AppError('not_found');
  if (round.rows[0].state !== 'review')
    throw new AppError('wrong_state', { params: { reason: 'round_not_in_review' } });
  const found = await ctx.client.query<OpenPair>(
    'select id, round, decision, version from clearing.pair where id = $1 for update',
    [id],
  );
  const pair = found.rows[0];
  if (!pair) throw new AppError('not_found');
  return pair;
}

/** Writes decisions to the history and onto the pairs. `decision` null takes the last one back. */
async function write(
  ctx: Ctx,
  pairs: string[],
  decision: Decision | null,
  reason: string | null,
): Promise<void> {
  const now = new Date(ctx.clock.now().epochMilliseconds);
  await ctx.client.query(
    `insert into clearing.pair_decision (id, tenant, pair, round, row_a, row_b, decision, reason, decided_by, decided_at)
     select d.id, p.tenant, p.id, p.round, p.row_a, p.row_b, $3, $4, $5, $6
       from unnest($1::uuid[], $2::uuid[]) as d (id, pair) join clearing.pair p on p.id = d.pair`,
    [pairs.map(() => randomUUIDv7()), pairs, decision, reason, ctx.actor.id, now],
  );
  await ctx.client.query(
    `update clearing.pair set decision = $2, decided_by = $3, decided_at = $4, version = version + 1
      where id = any($1::uuid[])`,
    [pairs, decision, decision && ctx.actor.id, decision && now],
  );
}

export async function decidePair(ctx: Ctx, input: z.infer<typeof DecidePair>): Promise<Ref> {
  const pair = await getOpenPair(ctx, input.id);
  if (pair.version !== input.version) throw new AppError('stale_version');
  await write(ctx, [pair.id], input.decision, input.reason || null);
  await ctx.audit({
    action: 'clearing.decide_pair',
    subject: { kind: 'clearing.pair', id: pair.id },
    detail: { decision: input.decision },
  });
  return { id: pair.id, version: pair.version + 1 };
}

export async function undoDecision(ctx: Ctx, input: z.infer<typeof UndoDecision>): Promise<Ref> {
  const pair = await getOpenPair(ctx, input.id);
  if (pair.version !== input.version) throw new AppError('stale_version');
  if (!pair.decision) throw new AppError('wrong_state', { params: { reason: 'pair_not_decided' } });
  await write(ctx, [pair.id], null, null);
  await ctx.audit({ action: 'clearing.undo_decision', subject: { kind: 'clearing.pair', id: pair.id } });
  return { id: pair.id, version: pair.version + 1 };
}

/** SQL twin of match/pattern.ts isClear(). */
export const clearPattern = ['nik', 'name', 'birthDate', 'sex'].map((field) => ({
  field,
  agreement: 'equal',
}));

/** One act of a person over all pairs that agree in NIK, name, birth date and sex. Each can be taken back. */
export async function decideClear(ctx: Ctx, input: z.infer<typeof DecideClear>): Promise<Ref> {
  const round = await ctx.client.query<{ state: string }>(
    'select state from clearing.round where id = $1 for update',
    [input.id],
  );
  if (!round.rows[0]) throw new AppError('not_found');
  if (round.rows[0].state !== 'review')
    throw new AppError('wrong_state', { params: { reason: 'round_not_in_review' } });
  const clear = await ctx.client.query<{ id: string }>(
    'select id from clearing.pair where round = $1 and decision is null and pattern @> $2::jsonb order by number for update',
    [input.id, JSON.stringify(clearPattern)],
  );
  if (clear.rows.length !== input.expected)
    throw new AppError('stale_version', { params: { expected: input.expected, found: clear.rows.length } });
  await write(
    ctx,
    clear.rows.map((r) => r.id),
    'same',
    input.reason,
  );
  await ctx.audit({
    action: 'clearing.decide_clear',
    subject: { kind: 'clearing.round', id: input.id },
    detail: { pairs: clear.rows.length },
  });
  return { id: input.id };
}
