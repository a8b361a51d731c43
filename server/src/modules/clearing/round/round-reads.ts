import type { z } from 'zod';
import type {
  LineagePage,
  LineageQuery,
  Pair,
  PairPage,
  PairQuery,
  Round,
  RoundId,
  RoundLine,
  RoundPage,
} from '@simpul/contract/clearing/round';
import { countCap, type PageQuery } from '@simpul/contract/paging';
import type { Ctx } from '../../../platform/context.ts';
import { cursorOf, readCursor } from '../../../platform/cursor.ts';
import { AppError } from '../../../platform/errors.ts';
import { personNames } from '../../accounts/index.ts';
import { agencyNames, agencyShortNames } from '../../agencies/index.ts';
import { jobProgress } from '../job-progress.ts';
import { countNow } from './agree-round.ts';
import { clearPattern } from './decide-pair.ts';
import { getStanding } from './signed-sources.ts';

type Differences = {
  cases: number;
  victims: number;
  rows: number;
  decided: number;
  unsure: number;
  sources: (Omit<Round['sources'][number], 'agencyName' | 'signedOff' | 'unlinked'> & {
    signedOff?: boolean;
    unlinked?: number;
  })[];
  unsigned?: { agency: string; periods: string[] }[];
};
interface RoundRecord extends Omit<RoundLine, 'agreed'> {
  engine: string;
  job: string | null;
  rows: number | null;
  unsure: number;
  differences: Differences | null;
  recordNumber: string | null;
  version: number;
}

const iso = (column: string) => `to_char(${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;
const roundColumns = `r.id, r.year, r.number, r.state, r.engine, ${iso('r.opened_at')} as "openedAt",
  ${iso('r.agreed_at')} as "agreedAt", r.job, r.rows_in as rows, r.pairs_in as pairs, r.differences,
  r.record_number as "recordNumber", r.version,
  (select count(*)::int from clearing.pair p where p.round = r.id and p.decision is not null) as decided,
  (select count(*)::int from clearing.pair p where p.round = r.id and p.decision = 'unsure') as unsure`;

/** Totals of rows and pairs bound the counts of single agencies, which only stewards see. */
const totals = (d: Differences | null, steward: boolean): Round['agreed'] =>
  d && { cases: d.cases, victims: d.victims, rows: steward ? d.rows : null };
const workOf = (r: RoundRecord, steward: boolean) =>
  steward ? { pairs: r.pairs, decided: r.differences?.decided ?? r.decided } : { pairs: null, decided: 0 };

export async function listRounds(ctx: Ctx, q: PageQuery): Promise<z.infer<typeof RoundPage>> {
  const offset = Number(readCursor(q.cursor, ['number'])?.[0] ?? 0);
  const found = await ctx.client.query<RoundRecord>(
    `select ${roundColumns} from clearing.round r order by r.year desc, r.number desc limit $1 offset $2`,
    [q.limit + 1, offset],
  );
  const total = await ctx.client.query<{ n: number }>('select count(*)::int as n from clearing.round');
  const items = found.rows.slice(0, q.limit).map((r) => ({
    id: r.id,
    year: r.year,
    number: r.number,
    state: r.state,
    openedAt: r.openedAt,
    agreedAt: r.agreedAt,
    ...workOf(r, ctx.can('clearing.round')),
    agreed: totals(r.differences, ctx.can('clearing.round')),
  }));
  const more = found.rows.length > q.limit;
  return {
    items,
    nextCursor: more ? cursorOf([String(offset + q.limit)]) : null,
    total: total.rows[0]?.n ?? 0,
  };
}

async function countClear(ctx: Ctx, round: string): Promise<number> {
  const found = await ctx.client.query<{ n: number }>(
    'select count(*)::int as n from clearing.pair where round = $1 and decision is null and pattern @> $2::jsonb',
    [round, JSON.stringify(clearPattern)],
  );
  return found.rows[0]?.n ?? 0;
}

export async function getRound(ctx: Ctx, { id }: z.infer<typeof RoundId>): Promise<Round> {
  const found = await ctx.client.query<RoundRecord>(
    `select ${roundColumns} from clearing.round r where r.id = $1`,
    [id],
  );
  const r = found.rows[0];
  if (!r) throw new AppError('not_found');
  const steward = ctx.can('clearing.round');
  // Before agreement only stewards see the rows, so only they get a running count.
  const live: Differences['sources'] =
    r.state === 'review' && steward ? (await countNow(ctx, id)).counted.sources : [];
  // Small counts of an agency would show in its row: others read the table in the papers, where they are hidden.
  const sources = (r.differences?.sources ?? live).filter((s) => steward || s.agency === ctx.actor.agency);
  // As it stood at agreement. A round agreed before that was noted says what stands now.
  const kept = r.differences?.unsigned;
  const now = kept || r.state === 'cancelled' ? undefined : await getStanding(ctx, r.year);
  const unsigned = (
    kept ?? [...(now?.unsigned ?? [])].map(([agency, periods]) => ({ agency, periods }))
  ).filter((u) => steward || u.agency === ctx.actor.agency);
  const names = await agencyNames(ctx, [...new Set([...sources, ...unsigned].map((s) => s.agency))]);
  const open = (r.pairs ?? 0) - r.decided;
  return {
    id: r.id,
    year: r.year,
    number: r.number,
    state: r.state,
    engine: r.engine,
    openedAt: r.openedAt,
    agreedAt: r.agreedAt,
    job: r.job,
    rows: steward ? r.rows : null,
    ...workOf(r, steward),
    unsure: steward ? (r.differences?.unsure ?? r.unsure) : 0,
    clear: r.state === 'review' && steward ? await countClear(ctx, id) : 0,
    progress: r.state === 'matching' ? await jobProgress(ctx, r.job) : null,
    sources: sources.map((s) => ({
      ...s,
      agencyName: names.get(s.agency) ?? '',
      unlinked: s.unlinked ?? 0,
      signedOff: s.signedOff ?? now?.signed.has(s.agency) ?? false,
    })),
    unsigned: unsigned.map((u) => ({ ...u, agencyName: names.get(u.agency) ?? '' })),
    agreed: totals(r.differences, steward),
    recordNumber: r.recordNumber,
    version: r.version,
    can: {
      decide: steward && r.state === 'review',
      agree: steward && r.state === 'review' && open === 0,
      cancel: steward && (r.state === 'review' || r.state === 'matching'),
    },
  };
}

const shown: Record<z.infer<typeof PairQuery>['show'], string> = {
  open: 'p.decision is null',
  unsure: "p.decision = 'unsure'",
  decided: 'p.decision is not null',
  all: 'true',
};

export async function listPairs(ctx: Ctx, q: z.infer<typeof PairQuery>): Promise<z.infer<typeof PairPage>> {
  const after = Number(readCursor(q.cursor, ['number'])?.[0] ?? 0);
  const found = await ctx.client.query<{
    id: string;
    number: number;
    agency_a: string;
    agency_b: string;
    place: string | null;
    month: string | null;
    basis: 'nik' | 'passport' | 'name_birth';
    clear: boolean;
    decision: 'same' | 'different' | 'unsure' | null;
  }>(
    `select p.id, p.number, p.agency_a, p.agency_b, coalesce(a.place_code, b.place_code) as place,
            to_char(coalesce(a.report_date, b.report_date), 'YYYY-MM') as month, p.basis, p.pattern @> $4::jsonb as clear,
            p.decision
       from clearing.pair p
       join clearing.source_row a on a.id = p.row_a
       join clearing.source_row b on b.id = p.row_b
      where p.round = $1 and p.number > $2 and ${shown[q.show]}
      order by p.number limit $3`,
    [q.id, after, q.limit + 1, JSON.stringify(clearPattern)],
  );
  const total = await ctx.client.query<{ n: number }>(
    `select count(*)::int as n from (select 1 from clearing.pair p where p.round = $1 and ${shown[q.show]} limit $2) capped`,
    [q.id, countCap + 1],
  );
  const items = found.rows.slice(0, q.limit);
  const names = await agencyShortNames(ctx, [...new Set(items.flatMap((i) => [i.agency_a, i.agency_b]))]);
  return {
    items: items.map((i) => ({
      id: i.id,
      number: i.number,
      agencyA: names.get(i.agency_a) ?? '',
      agencyB: names.get(i.agency_b) ?? '',
      place: i.place,
      month: i.month,
      basis: i.basis,
      clear: i.clear,
      decision: i.decision,
    })),
    nextCursor: found.rows.length > q.limit ? cursorOf([String(items.at(-1)?.number ?? 0)]) : null,
    total: total.rows[0]?.n ?? 0,
  };
}

interface PairRecord extends Omit<Pair, 'agencyA' | 'agencyB' | 'decidedByName' | 'decidedIn'> {
  agency_a: string;
  agency_b: string;
  decided_by: string | null;
  in_year: number;
  in_number: number;
}

/** With the decision in force: of this round, else the one of an earlier round that was taken over when it was matched. */
export async function getPair(ctx: Ctx, { id }: z.infer<typeof RoundId>): Promise<Pair> {
  const found = await ctx.client.query<PairRecord>(
    `select p.id, p.round, p.number, p.agency_a, p.agency_b, a.row_number as "rowA", b.row_number as "rowB", ${iso('a.verified_at')} as "confirmedA", ${iso('b.verified_at')} as "confirmedB",
            p.basis, p.pattern, p.decision, d.reason, coalesce(d.pair <> p.id, false) as reused, d.decided_by,
            ${iso('d.decided_at')} as "decidedAt", d.year as in_year, d.number as in_number, p.version
       from clearing.pair p
       join clearing.round m on m.id = p.round
       join clearing.source_row a on a.id = p.row_a
       join clearing.source_row b on b.id = p.row_b
       left join lateral (
         select x.pair, x.reason, x.decided_by, x.decided_at, r.year, r.number
           from clearing.pair_decision x join clearing.round r on r.id = x.round
          where x.row_a = p.row_a and x.row_b = p.row_b and (x.pair = p.id or x.decided_at <= m.matched_at)
          order by x.pair = p.id desc, x.decided_at desc, x.id desc limit 1) d on p.decision is not null
      where p.id = $1`,
    [id],
  );
  const p = found.rows[0];
  if (!p) throw new AppError('not_found');
  const names = await agencyShortNames(ctx, [p.agency_a, p.agency_b]);
  const people = await personNames(ctx, [p.decided_by]);
  const { agency_a, agency_b, decided_by, in_year: year, in_number: number, ...pair } = p;
  return {
    ...pair,
    agencyA: names.get(agency_a) ?? '',
    agencyB: names.get(agency_b) ?? '',
    decidedByName: decided_by === null ? null : (people.get(decided_by) ?? null),
    decidedIn: pair.reused ? { year, number } : null,
  };
}

/** The rows a round counted, with running numbers for persons and cases; row-level security decides which. */
export async function listLineage(
  ctx: Ctx,
  q: z.infer<typeof LineageQuery>,
): Promise<z.infer<typeof LineagePage>> {
  const offset = Number(readCursor(q.cursor, ['number'])?.[0] ?? 0);
  const found = await ctx.client.query<{
    row: string;
    agency: string;
    rowNumber: number;
    period: string;
    person: number;
    case: number;
    sex: string;
    child: string;
    form: string;
    place: string | null;
  }>(
    `with numbered as (
       select m.row, m.agency, dense_rank() over (order by m.person)::int as person,
              dense_rank() over (order by m."case")::int as "case"
         from clearing.round_row m where m.round = $1)
     select n.row, n.agency, r.row_number as "rowNumber", r.period, n.person, n."case", r.sex, r.child,
            r.primary_form as form, r.place_code as place
       from numbered n join clearing.source_row r on r.id = n.row
      where $2::uuid is null or n.agency = $2
      order by n."case", n.person, n.row limit $3 offset $4`,
    [q.id, q.agency ?? null, q.limit + 1, offset],
  );
  const total = await ctx.client.query<{ n: number }>(
    `select count(*)::int as n from (
       select 1 from clearing.round_row m join clearing.source_row r on r.id = m.row
        where m.round = $1 and ($2::uuid is null or m.agency = $2) limit $3) capped`,
    [q.id, q.agency ?? null, countCap + 1],
  );
  const items = found.rows.slice(0, q.limit);
  const names = await agencyShortNames(ctx, [...new Set(items.map((i) => i.agency))]);
  return {
    items: items.map(({ agency, ...i }) => ({ ...i, agencyName: names.get(agency) ?? '' })),
    nextCursor: found.rows.length > q.limit ? cursorOf([String(offset + q.limit)]) : null,
    total: total.rows[0]?.n ?? 0,
  };
}
