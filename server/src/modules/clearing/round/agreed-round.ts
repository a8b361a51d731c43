import type { Round } from '@simpul/contract/clearing/round';
import type { Ctx } from '../../../platform/context.ts';
import { AppError } from '../../../platform/errors.ts';
import { getRound } from './round-reads.ts';

/** The round whose figures are the agreed ones of a year, for papers; undefined before one was agreed. */
export async function findAgreedRound(ctx: Ctx, year: number): Promise<Round | undefined> {
  const found = await ctx.client.query<{ id: string }>(
    "select id from clearing.round where year = $1 and state = 'agreed'",
    [year],
  );
  const id = found.rows[0]?.id;
  return id === undefined ? undefined : getRound(ctx, { id });
}

export interface AgreedRoundLine {
  id: string;
  year: number;
  number: number;
}

/** Every year's agreed round. */
export async function listAgreedRounds(ctx: Ctx): Promise<AgreedRoundLine[]> {
  const found = await ctx.client.query<AgreedRoundLine>(
    "select id, year, number from clearing.round where state = 'agreed' order by year desc",
  );
  return found.rows;
}

/** Notes the number of the official record on its round; once. */
export async function setRecordNumber(ctx: Ctx, round: string, number: string): Promise<void> {
  const done = await ctx.client.query(
    `update clearing.round set record_number = $2, version = version + 1
      where id = $1 and state = 'agreed' and record_number is null`,
    [round, number],
  );
  if (done.rowCount !== 1) throw new AppError('wrong_state', { params: { reason: 'record_made' } });
}
