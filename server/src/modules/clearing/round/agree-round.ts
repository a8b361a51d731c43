import type { z } from 'zod';
import type { AgreeRound } from '@simpul/contract/clearing/round';
import type { Ref } from '@simpul/contract/route';
import type { Ctx } from '../../../platform/context.ts';
import { AppError } from '../../../platform/errors.ts';
import { fulfilClearingDuties } from '../../duties/index.ts';
import { recordAgreedFigures } from '../../figures/index.ts';
import { getStanding } from './signed-sources.ts';
import { contradictions, countRound, type CountedRound, type RoundRow } from './count-round.ts';
import { agreedFigures, type CountedRow } from './agreed-figures.ts';

interface PairRow {
  number: number;
  a: string;
  b: string;
  decision: 'same' | 'different' | 'unsure' | null;
}

async function getRound(ctx: Ctx, id: string, version: number) {
  const found = await ctx.client.query<{
    id: string;
    year: number;
    number: number;
    state: string;
    version: number;
  }>('select id, year, number, state, version from clearing.round where id = $1 for update', [id]);
  const round = found.rows[0];
  if (!round) throw new AppError('not_found');
  if (round.version !== version) throw new AppError('stale_version');
  return round;
}

const roundRows = (ctx: Ctx, round: string) =>
  ctx.client.query<RoundRow & CountedRow & { current: boolean }>(
    `select m.row as id, m.agency, r.case_no as "caseNo", r.linkable, r.sex, r.child, r.primary_form as form,
            r.place_code as place, (r.version = m.row_version and r.state = 'confirmed'
              and exists (select 1 from clearing.sign_off s where s.agency = r.agency and s.period = r.period
                             and s.withdrawn_at is null)) as current
       from clearing.round_row m join clearing.source_row r on r.id = m.row
      where m.round = $1 order by m.row`,
    [round],
  );

/** Counts a round from its rows and decisions as they stand now. */
export async function countNow(
  ctx: Ctx,
  round: string,
): Promise<{ counted: CountedRound; pairs: PairRow[]; rows: CountedRow[] }> {
  const rows = (await roundRows(ctx, round)).rows;
  const pairs = (
    await ctx.client.query<PairRow>(
      'select number, row_a as a, row_b as b, decision from clearing.pair where round = $1',
      [round],
    )
  ).rows;
  const same = pairs.filter((p) => p.decision === 'same').map((p) => [p.a, p.b] as const);
  return { counted: countRound(rows, same), pairs, rows };
}

/** Everything decided, no contradiction, no row changed since: else it says what is in the way. */
async function checkAgreeable(
  ctx: Ctx,
  round: string,
  counted: CountedRound,
  pairs: PairRow[],
): Promise<void> {
  const open = pairs.filter((p) => p.decision === null).length;
  if (open > 0) throw new AppError('wrong_state', { params: { reason: 'pairs_open', count: open } });
  const wrong = contradictions(
    counted.person,
    pairs.filter((p) => p.decision === 'different'),
  );
  if (wrong.length > 0)
    throw new AppError('wrong_state', {
      params: { reason: 'pairs_contradict', count: wrong.length, pairs: wrong.slice(0, 10).join(', ') },
    });
  const changed = (await roundRows(ctx, round)).rows.filter((r) => !r.current).length;
  if (changed > 0) throw new AppError('wrong_state', { params: { reason: 'rows_changed', count: changed } });
}

/** Closes the round: persons and cases are fixed, figures frozen, an earlier agreed round of the year is replaced. */
export async function agreeRound(ctx: Ctx, input: z.infer<typeof AgreeRound>): Promise<Ref> {
  const round = await getRound(ctx, input.id, input.version);
  if (round.state !== 'review')
    throw new AppError('wrong_state', { params: { reason: 'round_not_in_review' } });
  const { counted, pairs, rows } = await countNow(ctx, round.id);
  await checkAgreeable(ctx, round.id, counted, pairs);
  const ids = [...counted.person.keys()];
  await ctx.client.query(
    `update clearing.round_row m set person = u.person, "case" = u."case"
       from unnest($2::uuid[], $3::uuid[], $4::uuid[]) as u (row, person, "case")
      where m.round = $1 and m.row = u.row`,
    [round.id, ids, ids.map((id) => counted.person.get(id)), ids.map((id) => counted.case.get(id))],
  );
  await ctx.client.query(
    "update clearing.round set state = 'replaced', version = version + 1 where year = $1 and state = 'agreed'",
    [round.year],
  );
  const now = ctx.clock.now();
  const { signed, unsigned } = await getStanding(ctx, round.year);
  await ctx.client.query(
    `update clearing.round set state = 'agreed', agreed_by = $2, agreed_at = $3, differences = $4, version = version + 1
      where id = $1`,
    [
      round.id,
      ctx.actor.id,
      new Date(now.epochMilliseconds),
      JSON.stringify({
        cases: counted.cases,
        victims: counted.victims,
        rows: rows.length,
        sources: counted.sources.map((s) => ({ ...s, signedOff: signed.has(s.agency) })),
        unsigned: [...unsigned].map(([agency, periods]) => ({ agency, periods })),
        decided: pairs.length,
        unsure: pairs.filter((p) => p.decision === 'unsure').length,
      }),
    ],
  );
  await recordAgreedFigures(ctx, {
    round: round.id,
    year: round.year,
    figures: agreedFigures(rows, counted),
  });
  await fulfilClearingDuties(ctx, { year: round.year, number: round.number });
  await ctx.audit({
    action: 'clearing.agree_round',
    subject: { kind: 'clearing.round', id: round.id },
    detail: { year: round.year, cases: counted.cases, victims: counted.victims },
  });
  return { id: round.id, version: round.version + 1 };
}

/** A round that was not agreed is laid aside; its decisions stay in the history and serve the next one. */
export async function cancelRound(ctx: Ctx, input: z.infer<typeof AgreeRound>): Promise<Ref> {
  const round = await getRound(ctx, input.id, input.version);
  if (round.state !== 'review' && round.state !== 'matching')
    throw new AppError('wrong_state', { params: { reason: 'round_closed' } });
  await ctx.client.query(
    "update clearing.round set state = 'cancelled', version = version + 1 where id = $1",
    [round.id],
  );
  await ctx.audit({ action: 'clearing.cancel_round', subject: { kind: 'clearing.round', id: round.id } });
  return { id: round.id, version: round.version + 1 };
}
