import type { z } from 'zod';
import type { MaskedField, RevealField, Revealed } from '@simpul/contract/clearing/round';
import type { SourceIdentity } from '@simpul/contract/clearing/row';
import type { Ctx } from '../../../platform/context.ts';
import { AppError } from '../../../platform/errors.ts';
import { openIdentities } from '../row-identity.ts';

/** How long a shown field stays on the page. */
const shownMinutes = 5;

const valueOf = (identity: SourceIdentity | undefined, field: MaskedField): string | null =>
  identity?.[field] ?? null;

/** One field of both rows of a pair, for a steward who said why; nothing else of the two persons leaves. */
export async function revealField(ctx: Ctx, { id, field }: z.infer<typeof RevealField>): Promise<Revealed> {
  const found = await ctx.client.query<{ a: string; b: string; state: string }>(
    'select p.row_a as a, p.row_b as b, r.state from clearing.pair p join clearing.round r on r.id = p.round where p.id = $1',
    [id],
  );
  const pair = found.rows[0];
  if (!pair) throw new AppError('not_found');
  // Nothing is left to decide in a round that is over: there is no need to know any more.
  if (pair.state !== 'review')
    throw new AppError('wrong_state', { params: { reason: 'round_not_in_review' } });
  const identities = await openIdentities(ctx, [pair.a, pair.b]);
  await ctx.audit({
    action: 'clearing.reveal_field',
    subject: { kind: 'clearing.pair', id },
    sensitivity: 'P3',
    read: [pair.a, pair.b],
    detail: { field },
  });
  return {
    a: valueOf(identities.get(pair.a), field),
    b: valueOf(identities.get(pair.b), field),
    until: ctx.clock.now().add({ minutes: shownMinutes }).toString(),
  };
}
