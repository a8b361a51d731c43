import { dayIn } from '../../platform/clock.ts';
import type { Ctx } from '../../platform/context.ts';

export const todayOf = (ctx: Ctx): string => dayIn(ctx.actor.zone, ctx.clock.now());

/**
 * The official name of `a` on the day `day` (SQL parameter), as a lateral join: the one whose days cover it, else
 * the latest known.
 */
export const nameOn = (day: string) => `
  join lateral (
    select n.name, n.short_name from agencies.agency_name n
     where n.agency = a.id and n.kind = 'official' and n.superseded_at is null
     order by (coalesce(n.valid_from, '-infinity') <= ${day}::date and coalesce(n.valid_to, 'infinity') >= ${day}::date) desc,
              n.valid_from desc nulls last
     limit 1) n on true`;

/** Names of agencies by id, as they are called today. */
export async function agencyNames(ctx: Ctx, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const found = await ctx.client.query(
    `select a.id, n.name from agencies.agency a ${nameOn('$2')} where a.id = any ($1)`,
    [ids, todayOf(ctx)],
  );
  return new Map(found.rows.map((r) => [r.id as string, r.name as string]));
}

/** Names of daily use, the full one where there is no shorter. */
export async function agencyShortNames(ctx: Ctx, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const found = await ctx.client.query(
    `select a.id, coalesce(n.short_name, n.name) as name from agencies.agency a ${nameOn('$2')} where a.id = any ($1)`,
    [ids, todayOf(ctx)],
  );
  return new Map(found.rows.map((r) => [r.id as string, r.name as string]));
}

/** Codes of agencies by id, as the command line names them. */
export async function agencyCodes(ctx: Ctx, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const found = await ctx.client.query('select id, code from agencies.agency where id = any ($1)', [ids]);
  return new Map(found.rows.map((r) => [r.id as string, r.code as string]));
}

/** The organisation a code stands for ("dinsos-kaltim"), as files and the command line name it. */
export async function findAgencyByCode(
  ctx: Ctx,
  code: string,
): Promise<{ id: string; name: string; state: 'active' | 'closed' } | undefined> {
  const found = await ctx.client.query(
    `select a.id, n.name, a.state from agencies.agency a ${nameOn('$2')} where a.tenant = $3 and a.code = $1`,
    [code, todayOf(ctx), ctx.actor.tenant],
  );
  return found.rows[0] as { id: string; name: string; state: 'active' | 'closed' } | undefined;
}
