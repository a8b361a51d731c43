import { randomUUIDv7 } from 'node:crypto';
import type { z } from 'zod';
import type { OpenRound } from '@simpul/contract/clearing/round';
import type { Ref } from '@simpul/contract/route';
import type { Ctx } from '../../../platform/context.ts';
import { AppError } from '../../../platform/errors.ts';
import { exactProposer } from '../match/proposer.ts';

/** Makes a round over all rows of the year that were confirmed and signed off; one round of a year is at work at a time. */
export async function insertRound(ctx: Ctx, year: number): Promise<string> {
  await ctx.client.query('select pg_advisory_xact_lock(hashtext($1))', [
    `simpul-round/${ctx.actor.tenant}/${year}`,
  ]);
  const rounds = await ctx.client.query<{ number: number; state: string }>(
    'select number, state from clearing.round where year = $1 order by number desc',
    [year],
  );
  if (rounds.rows.some((r) => r.state === 'matching' || r.state === 'review'))
    throw new AppError('wrong_state', { params: { reason: 'round_open', year } });
  const rows = await ctx.client.query<{ n: number }>(
    `select count(*)::int as n from clearing.source_row r where counting_year = $1 and state = 'confirmed'
        and exists (select 1 from clearing.sign_off s where s.agency = r.agency and s.period = r.period
                       and s.withdrawn_at is null)`,
    [year],
  );
  if (!rows.rows[0]?.n) throw new AppError('wrong_state', { params: { reason: 'no_confirmed_rows', year } });
  const id = randomUUIDv7();
  await ctx.client.query(
    'insert into clearing.round (id, tenant, year, number, engine, opened_by) values ($1, $2, $3, $4, $5, $6)',
    [id, ctx.actor.tenant, year, (rounds.rows[0]?.number ?? 0) + 1, exactProposer.name, ctx.actor.id],
  );
  await ctx.audit({
    action: 'clearing.open_round',
    subject: { kind: 'clearing.round', id },
    detail: { year },
  });
  return id;
}

export async function openRound(ctx: Ctx, { year }: z.infer<typeof OpenRound>): Promise<Ref> {
  const id = await insertRound(ctx, year);
  const job = await ctx.enqueue('clearing.match_round', { round: id });
  await ctx.client.query('update clearing.round set job = $2 where id = $1', [id, job]);
  return { id, version: 1 };
}
