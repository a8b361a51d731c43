import type { Ctx } from '../../platform/context.ts';
import type { Scope } from './find-candidates.ts';
import { buildSpellingIndex, type SpellingEntry, type SpellingIndex } from './spelling.ts';

/** Areas are the same for everybody, so one index per loaded list serves all; tests load several lists. */
const kept = new Map<string, SpellingIndex>();
const keepAtMost = 2;

const allKeys = `
  select distinct left(code, 2) as province, search_key collate "C" as key from regions.area
  union
  select left(code, 2), search_key collate "C" from regions.area_alias
  order by key, province`;
const keysBelow = `
  select distinct left(a.code, 2) as province, a.search_key collate "C" as key from regions.area a
   where exists (select 1 from unnest($1::text[]) s (code) where a.code > s.code || '.' and a.code < s.code || '/')
   order by key, province`;

async function wholeIndex(ctx: Ctx): Promise<SpellingIndex> {
  const hash = await ctx.client.query('select sha256 from regions.dataset order by code limit 1');
  const sha256 = String(hash.rows[0]?.sha256 ?? '');
  const known = kept.get(sha256);
  if (known) return known;
  const index = buildSpellingIndex((await ctx.client.query(allKeys)).rows as SpellingEntry[]);
  const oldest = kept.keys().next().value;
  if (kept.size >= keepAtMost && oldest !== undefined) kept.delete(oldest);
  kept.set(sha256, index);
  return index;
}

/** Names to compare a misspelled text with: all, or the few below the areas of a scope. */
export async function spellingIndex(ctx: Ctx, scope: Scope): Promise<SpellingIndex> {
  if (scope === null) return wholeIndex(ctx);
  return buildSpellingIndex((await ctx.client.query(keysBelow, [scope])).rows as SpellingEntry[]);
}
