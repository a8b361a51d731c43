import type { Period } from '@simpul/contract/clearing/import';
import type { Ref } from '@simpul/contract/route';
import { dayIn } from '../../platform/clock.ts';
import type { Ctx } from '../../platform/context.ts';
import { AppError } from '../../platform/errors.ts';

type Code = Pick<Period, 'code'>;

/** First and last day of a quarter such as `2024-Q4`. */
function daysOf(code: string): { starts: Temporal.PlainDate; ends: Temporal.PlainDate } {
  const [year, quarter] = code.split('-Q').map(Number);
  const starts = Temporal.PlainDate.from({ year: year ?? 0, month: (quarter ?? 1) * 3 - 2, day: 1 });
  return { starts, ends: starts.add({ months: 3 }).subtract({ days: 1 }) };
}

/** Opens a quarter that has begun, for the first time or again: agencies may hand in, correct and sign. */
export async function openPeriod(ctx: Ctx, { code }: Code): Promise<Ref> {
  const { starts, ends } = daysOf(code);
  if (starts.toString() > dayIn(ctx.actor.zone, ctx.clock.now()))
    throw new AppError('wrong_state', { params: { reason: 'period_future', period: code } });
  const done = await ctx.client.query(
    `insert into clearing.period (tenant, code, starts, ends) values ($1, $2, $3, $4)
     on conflict (tenant, code) do update set state = 'open' where period.state = 'closed'`,
    [ctx.actor.tenant, code, starts.toString(), ends.toString()],
  );
  if (done.rowCount === 0)
    throw new AppError('wrong_state', { params: { reason: 'period_open', period: code } });
  await audit(ctx, 'clearing.open_period', code);
  return { id: code };
}

/** Closes a quarter. What was signed stays signed; who comes late asks to have it opened again. */
export async function closePeriod(ctx: Ctx, { code }: Code): Promise<Ref> {
  const found = await ctx.client.query<{ state: string }>(
    'select state from clearing.period where code = $1 for update',
    [code],
  );
  const period = found.rows[0];
  if (!period) throw new AppError('not_found', { params: { period: code } });
  if (period.state === 'closed')
    throw new AppError('wrong_state', { params: { reason: 'period_closed', period: code } });
  await ctx.client.query("update clearing.period set state = 'closed' where code = $1", [code]);
  await audit(ctx, 'clearing.close_period', code);
  return { id: code };
}

const audit = (ctx: Ctx, action: string, code: string) =>
  ctx.audit({ action, subject: { kind: 'clearing.period', id: code } });
