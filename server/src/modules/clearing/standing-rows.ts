import type { Ctx } from '../../platform/context.ts';
import { AppError } from '../../platform/errors.ts';

/** Whoever signs a period off and whoever changes its rows wait for one another, so that neither misses the other. */
export const lockPeriod = (ctx: Ctx, period: string) =>
  ctx.client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
    `simpul-period/${ctx.actor.tenant}/${ctx.actor.agency ?? ''}/${period}`,
  ]);

/** After a sign-off rows stand still: it must be withdrawn before one of them changes. */
export async function refuseSigned(ctx: Ctx, period: string): Promise<void> {
  await lockPeriod(ctx, period);
  const signed = await ctx.client.query(
    'select 1 from clearing.sign_off where agency = $1 and period = $2 and withdrawn_at is null',
    [ctx.actor.agency, period],
  );
  if (signed.rows.length > 0)
    throw new AppError('wrong_state', { params: { reason: 'period_signed', period } });
}

/** Whether the own agency's rows of a period may still change. */
export async function getQuarterState(ctx: Ctx, period: string): Promise<'open' | 'signed' | 'closed'> {
  const found = await ctx.client.query<{ state: 'open' | 'closed'; signed: boolean }>(
    `select p.state, exists (select from clearing.sign_off s
                              where s.agency = $1 and s.period = p.code and s.withdrawn_at is null) as signed
       from clearing.period p where p.code = $2`,
    [ctx.actor.agency, period],
  );
  const row = found.rows[0];
  if (!row || row.state === 'closed') return 'closed';
  return row.signed ? 'signed' : 'open';
}
