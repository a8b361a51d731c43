import type { Ctx } from '../../platform/context.ts';

/** Names of officials of the tenant by account id; whoever may see that something was done may see by whom. */
export async function personNames(ctx: Ctx, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  if (wanted.length === 0) return new Map();
  const found = await ctx.client.query('select id, name from accounts.names($1)', [wanted]);
  return new Map(found.rows.map((r) => [r.id as string, r.name as string]));
}
