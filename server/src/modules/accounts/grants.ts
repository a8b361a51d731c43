import type { Grant } from '@simpul/contract/accounts/grant';
import { countCap } from '@simpul/contract/paging';
import { dayIn } from '../../platform/clock.ts';
import type { Ctx } from '../../platform/context.ts';
import { cursorOf, readCursor } from '../../platform/cursor.ts';
import { AppError } from '../../platform/errors.ts';
import { agencyNames } from '../agencies/index.ts';
import { personNames } from './person-names.ts';
import { mayEndGrant, mayReviewGrant } from './policy.ts';

export interface GrantRow {
  id: string;
  person: string;
  role: string;
  agency: string | null;
  valid_from: string;
  valid_to: string | null;
  basis: string;
  granted_by: string;
  granted_at: Date;
  review_due: string;
  reviewed_by: string | null;
  reviewed_at: Date | null;
  ended_by: string | null;
  ended_at: Date | null;
  ended_reason: string | null;
  version: number;
}
const columns = `id, person, role, agency, valid_from, valid_to, basis, granted_by, granted_at, review_due,
  reviewed_by, reviewed_at, ended_by, ended_at, ended_reason, version`;

export const todayOf = (ctx: Ctx): string => dayIn(ctx.actor.zone, ctx.clock.now());

export function grantState(g: GrantRow, today: string): Grant['state'] {
  if (g.ended_at) return 'ended';
  if (g.valid_to !== null && g.valid_to < today) return 'lapsed';
  return g.valid_from > today ? 'coming' : 'valid';
}

/** Days before the day of review from which a role stands in the list of reviews. */
export const reviewAheadDays = 30;
export const addDays = (day: string, days: number): string =>
  Temporal.PlainDate.from(day).add({ days }).toString();
export const addYear = (day: string): string => Temporal.PlainDate.from(day).add({ years: 1 }).toString();

export async function presentGrants(ctx: Ctx, rows: GrantRow[]): Promise<Grant[]> {
  const today = todayOf(ctx);
  const agencies = await agencyNames(ctx, [...new Set(rows.map((g) => g.agency).filter((a) => a !== null))]);
  const people = await personNames(
    ctx,
    rows.flatMap((g) => [g.person, g.granted_by, g.reviewed_by, g.ended_by]),
  );
  const nameOf = (id: string | null) => (id === null ? null : (people.get(id) ?? null));
  return rows.map((g) => {
    const state = grantState(g, today);
    return {
      id: g.id,
      personId: g.person,
      personName: nameOf(g.person) ?? '',
      role: g.role,
      agencyId: g.agency,
      agencyName: g.agency === null ? null : (agencies.get(g.agency) ?? null),
      validFrom: g.valid_from,
      validTo: g.valid_to,
      basis: g.basis,
      state,
      grantedByName: nameOf(g.granted_by),
      grantedAt: g.granted_at.toISOString(),
      reviewDue: g.review_due,
      reviewedByName: nameOf(g.reviewed_by),
      reviewedAt: g.reviewed_at?.toISOString() ?? null,
      endedByName: nameOf(g.ended_by),
      endedAt: g.ended_at?.toISOString() ?? null,
      endedReason: g.ended_reason,
      version: g.version,
      abilities: { end: mayEndGrant(ctx, g, state), review: mayReviewGrant(ctx, g, state) },
    };
  });
}

/** All roles a person ever held in the tenant, the newest first. */
export async function listGrantsOf(ctx: Ctx, personId: string): Promise<Grant[]> {
  const found = await ctx.client.query(
    `select ${columns} from accounts.role_grant where person = $1 order by granted_at desc, id desc limit 500`,
    [personId],
  );
  return presentGrants(ctx, found.rows as GrantRow[]);
}

/** Throws `not_found` where the caller may not see it, `stale_version` where it changed since. */
export async function getGrant(ctx: Ctx, id: string, version: number): Promise<GrantRow> {
  const found = await ctx.client.query(`select ${columns} from accounts.role_grant where id = $1`, [id]);
  const row = found.rows[0] as GrantRow | undefined;
  if (!row) throw new AppError('not_found');
  if (row.version !== version) throw new AppError('stale_version');
  return row;
}

/** Roles whose yearly review is near or past, the most overdue first; what ended or lapsed needs none. */
export async function listReviews(ctx: Ctx, q: { cursor?: string | undefined; limit: number }) {
  const after = readCursor(q.cursor, ['day', 'uuid']);
  const today = todayOf(ctx);
  const due = `ended_at is null and (valid_to is null or valid_to >= $1) and review_due <= $2`;
  const until = addDays(today, reviewAheadDays);
  const counted = await ctx.client.query(
    `select count(*) as n from (select 1 from accounts.role_grant where ${due} limit ${countCap + 1}) c`,
    [today, until],
  );
  const found = await ctx.client.query(
    `select ${columns} from accounts.role_grant
     where ${due} and ($3::date is null or (review_due, id) > ($3, $4)) order by review_due, id limit $5`,
    [today, until, after?.[0] ?? null, after?.[1] ?? null, q.limit + 1],
  );
  const rows = found.rows as GrantRow[];
  const last = rows.length > q.limit ? rows[q.limit - 1] : undefined;
  return {
    items: await presentGrants(ctx, rows.slice(0, q.limit)),
    nextCursor: last ? cursorOf([last.review_due, last.id]) : null,
    total: counted.rows[0]?.n as number,
  };
}
