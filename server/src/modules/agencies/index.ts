import type { Ctx } from '../../platform/context.ts';

/** Names of agencies by id, as they are called today. */
export async function agencyNames(ctx: Ctx, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const found = await ctx.client.query('select id, name from agencies.agency where id = any($1)', [ids]);
  return new Map(found.rows.map((r) => [r.id as string, r.name as string]));
}
