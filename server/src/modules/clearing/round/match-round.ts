import { randomUUIDv7 } from 'node:crypto';
import type { SourceCase } from '@simpul/contract/clearing/row';
import type { Ctx } from '../../../platform/context.ts';
import type { JobContext, Stopped } from '../../../platform/jobs/worker.ts';
import { AppError } from '../../../platform/errors.ts';
import type { Side } from '../match/pattern.ts';
import { exactProposer, type Proposal, type Proposer } from '../match/proposer.ts';
import { openIdentities } from '../row-identity.ts';

/** Takes the confirmed and signed-off victim rows of the year into the round; rows without identity count, unlinked. */
async function takeRows(ctx: Ctx, round: string, year: number): Promise<number> {
  const taken = await ctx.client.query(
    `insert into clearing.round_row (round, row, tenant, agency, row_version)
     select $1, r.id, r.tenant, r.agency, r.version from clearing.source_row r
      where r.counting_year = $2 and r.state = 'confirmed' and r.role = 'victim'
        and exists (select 1 from clearing.sign_off s where s.agency = r.agency and s.period = r.period
                       and s.withdrawn_at is null)
     on conflict do nothing`,
    [round, year],
  );
  return taken.rowCount ?? 0;
}

/** Pairs of rows of the round that share a posting word. */
async function findCandidates(ctx: Ctx, round: string): Promise<[string, string][]> {
  const found = await ctx.client.query<{ a: string; b: string }>(
    `with word as (
       select k.token, k.row from clearing.match_key k
       join clearing.round_row m on m.row = k.row and m.round = $1)
     select distinct least(a.row, b.row) as a, greatest(a.row, b.row) as b
       from word a join word b on b.token = a.token and a.row < b.row`,
    [round],
  );
  return found.rows.map((r) => [r.a, r.b]);
}

async function loadSides(ctx: Ctx, rows: string[]): Promise<Map<string, Side>> {
  const identities = await openIdentities(ctx, rows);
  const cases = await ctx.client.query<{ id: string; data: SourceCase }>(
    'select id, case_data as data from clearing.source_row where id = any($1::uuid[])',
    [rows],
  );
  return new Map(
    cases.rows.flatMap(({ id, data }) => {
      const identity = identities.get(id);
      return identity ? [[id, { identity, case: data }] as const] : [];
    }),
  );
}

/** Decisions of earlier rounds hold on: nobody is asked the same pair twice. */
async function earlierDecisions(ctx: Ctx): Promise<Map<string, string>> {
  const found = await ctx.client.query<{ a: string; b: string; decision: string | null }>(
    `select distinct on (row_a, row_b) row_a as a, row_b as b, decision
       from clearing.pair_decision order by row_a, row_b, decided_at desc, id desc`,
  );
  return new Map(
    found.rows.flatMap((d) =>
      d.decision && d.decision !== 'unsure' ? [[`${d.a} ${d.b}`, d.decision] as const] : [],
    ),
  );
}

async function insertPairs(ctx: Ctx, round: string, proposals: Proposal[]): Promise<void> {
  const earlier = await earlierDecisions(ctx);
  const sorted = proposals.toSorted((x, y) => y.score - x.score || (x.a < y.a ? -1 : 1));
  await ctx.client.query(
    `insert into clearing.pair (id, tenant, round, number, row_a, row_b, agency_a, agency_b, basis, pattern, score, decision)
     select p.id, $1, $2, p.number, p.a, p.b, ra.agency, rb.agency, p.basis, p.pattern, p.score, p.decision
       from unnest($3::uuid[], $4::int[], $5::uuid[], $6::uuid[], $7::text[], $8::jsonb[], $9::float8[], $10::text[])
              as p (id, number, a, b, basis, pattern, score, decision)
       join clearing.source_row ra on ra.id = p.a
       join clearing.source_row rb on rb.id = p.b`,
    [
      ctx.actor.tenant,
      round,
      sorted.map(() => randomUUIDv7()),
      sorted.map((_p, i) => i + 1),
      sorted.map((p) => p.a),
      sorted.map((p) => p.b),
      sorted.map((p) => p.basis),
      sorted.map((p) => JSON.stringify(p.pattern)),
      sorted.map((p) => p.score),
      sorted.map((p) => earlier.get(`${p.a} ${p.b}`) ?? null),
    ],
  );
}

const batch = 1000;

/** The whole matching in one transaction: a killed worker leaves nothing half and the task runs again. */
export async function matchRound(
  ctx: Ctx,
  round: string,
  progress: (done: number, total?: number) => Promise<void> = async () => {},
  proposer: Proposer = exactProposer,
): Promise<void> {
  const found = await ctx.client.query<{ year: number; state: string }>(
    'select year, state from clearing.round where id = $1 for update',
    [round],
  );
  const open = found.rows[0];
  if (!open) throw new AppError('not_found');
  if (open.state !== 'matching') return;
  const rows = await takeRows(ctx, round, open.year);
  const candidates = await findCandidates(ctx, round);
  const ids = [...new Set(candidates.flat())];
  const sides = new Map<string, Side>();
  for (let at = 0; at < ids.length; at += batch) {
    await progress(at, ids.length);
    for (const [id, side] of await loadSides(ctx, ids.slice(at, at + batch))) sides.set(id, side);
  }
  await progress(ids.length, ids.length);
  const proposals = proposer.propose(candidates, sides);
  await insertPairs(ctx, round, proposals);
  await ctx.client.query(
    `update clearing.round set state = 'review', matched_at = $2, rows_in = $3, pairs_in = $4, version = version + 1
      where id = $1`,
    [round, new Date(ctx.clock.now().epochMilliseconds), rows, proposals.length],
  );
  await ctx.audit({
    action: 'clearing.match_round',
    subject: { kind: 'clearing.round', id: round },
    sensitivity: 'P3',
    read: [...sides.keys()],
  });
}

export const matchRoundTask = (job: JobContext): Promise<void> =>
  job.inTransaction((ctx) =>
    matchRound(ctx, job.ids['round'] ?? '', (done, total) => job.progress(done, total)),
  );

/** Stopped from the list of jobs: the round is laid aside, and another may be opened. A failure is told on its page. */
export async function matchStopped(job: JobContext, outcome: Stopped): Promise<void> {
  if (outcome === 'failed') return;
  const id = job.ids['round'] ?? '';
  await job.inTransaction(async (ctx) => {
    const ended = await ctx.client.query(
      `update clearing.round set state = 'cancelled', version = version + 1
        where id = $1 and job = $2 and state = 'matching'`,
      [id, job.id],
    );
    if (ended.rowCount === 0) return;
    await ctx.audit({ action: 'clearing.cancel_round', subject: { kind: 'clearing.round', id } });
  });
}
