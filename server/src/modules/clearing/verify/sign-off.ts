import { randomUUIDv7 } from 'node:crypto';
import type { z } from 'zod';
import type { SignOff, WithdrawSignOff } from '@simpul/contract/clearing/verify';
import type { Ref } from '@simpul/contract/route';
import type { Ctx } from '../../../platform/context.ts';
import { AppError } from '../../../platform/errors.ts';
import { getOpenPeriod } from '../periods.ts';
import { lockPeriod } from '../standing-rows.ts';

/** The data contact answers for the agency's rows: none may be left unlooked at. Nothing to report is an answer too. */
export async function signOff(ctx: Ctx, { period }: z.infer<typeof SignOff>): Promise<Ref> {
  if (!ctx.actor.agency) throw new AppError('forbidden');
  await getOpenPeriod(ctx, period);
  await lockPeriod(ctx, period);
  const counts = await ctx.client.query<{ imported: number; confirmed: number; excluded: number }>(
    `select count(*) filter (where state = 'imported')::int as imported,
            count(*) filter (where state = 'confirmed')::int as confirmed,
            count(*) filter (where state = 'excluded')::int as excluded
       from clearing.source_row where agency = $1 and period = $2`,
    [ctx.actor.agency, period],
  );
  const { imported, confirmed, excluded } = counts.rows[0] ?? { imported: 0, confirmed: 0, excluded: 0 };
  if (imported > 0)
    throw new AppError('wrong_state', { params: { reason: 'rows_unconfirmed', count: imported } });
  const id = randomUUIDv7();
  const made = await ctx.client.query(
    `insert into clearing.sign_off (id, tenant, agency, period, rows_confirmed, rows_excluded, signed_by, signed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (tenant, agency, period) where withdrawn_at is null do nothing`,
    [
      id,
      ctx.actor.tenant,
      ctx.actor.agency,
      period,
      confirmed,
      excluded,
      ctx.actor.id,
      new Date(ctx.clock.now().epochMilliseconds),
    ],
  );
  if (made.rowCount === 0) throw new AppError('wrong_state', { params: { reason: 'period_signed', period } });
  await ctx.audit({
    action: 'clearing.sign_off',
    subject: { kind: 'clearing.sign_off', id },
    detail: { period },
  });
  return { id };
}

export async function withdrawSignOff(ctx: Ctx, input: z.infer<typeof WithdrawSignOff>): Promise<Ref> {
  await getOpenPeriod(ctx, input.period);
  const done = await ctx.client.query<{ id: string }>(
    `update clearing.sign_off set withdrawn_by = $3, withdrawn_at = $4, withdrawn_reason = $5
      where agency = $1 and period = $2 and withdrawn_at is null returning id`,
    [ctx.actor.agency, input.period, ctx.actor.id, new Date(ctx.clock.now().epochMilliseconds), input.reason],
  );
  const signed = done.rows[0];
  if (!signed) throw new AppError('not_found');
  await ctx.audit({
    action: 'clearing.withdraw_sign_off',
    subject: { kind: 'clearing.sign_off', id: signed.id },
    detail: { period: input.period },
  });
  return { id: signed.id };
}
