import type { AreaRef } from '@simpul/contract/regions/area';
import { type AreaLevel, kindOf, levelOf, readName } from '@simpul/contract/regions/rules';
import type { Ctx } from '../../platform/context.ts';
import { findTranslator } from './bps-reads.ts';
import { findScope } from './find-candidates.ts';
import { searchAreas } from './search-areas.ts';

/** What a name in a file means: one area, or none with the areas it may mean. */
export interface AreaByName {
  area: AreaRef | undefined;
  candidates: AreaRef[];
}
export interface NameHints {
  /** Code or name of an area around it. */
  within?: string | undefined;
  level?: AreaLevel | undefined;
}

/** What an importer asks about places. Answers are kept for the life of the object; files repeat the same few. */
export interface AreaLookup {
  /** The area of a dotted Kemendagri code, also one that has ended. */
  byCode: (code: string) => Promise<AreaRef | undefined>;
  /** Exact names only ("Kab. Kukar", "Samarinda", a former name); a misspelled one comes back as a candidate. */
  byName: (name: string, hints?: NameHints) => Promise<AreaByName>;
  /** Undefined where no BPS crosswalk is loaded: a BPS-coded file is then refused with that reason. */
  byBps: ((bpsCode: string) => Promise<AreaRef | undefined>) | undefined;
}

const refOf = (code: string, name: string): AreaRef => ({
  code,
  name,
  level: levelOf(code),
  kind: kindOf(code),
});

function remember<T>(ask: (key: string) => Promise<T>): (key: string) => Promise<T> {
  const kept = new Map<string, Promise<T>>();
  return (key) => {
    const known = kept.get(key);
    if (known) return known;
    const answer = ask(key);
    kept.set(key, answer);
    return answer;
  };
}

const isCode = (text: string) => /^\d{2}(\.|$)/.test(text);

interface ExactRow {
  code: string;
  name: string;
}

/** Areas in force whose name or other name is exactly this; the widest level that has any. */
async function findExact(ctx: Ctx, name: string, scope: string[] | null, level: AreaLevel | undefined) {
  const readings = readName(name);
  const found = await ctx.client.query(
    `select distinct a.code, a.name
       from unnest($1::text[], $2::text[]) r (key, level)
       join regions.area a on a.valid_to is null and (r.level is null or a.level = r.level)
        and a.code in (
          select b.code from regions.area b
           where b.level in ('province', 'regency', 'district', 'village') and b.search_key = r.key
          union all
          select al.code from regions.area_alias al where al.search_key = r.key)
      where ($3::text is null or a.level = $3)
        and ($4::text[] is null or exists (select 1 from unnest($4::text[]) s (code) where a.code like s.code || '%'))
      limit 500`,
    [readings.map((r) => r.key), readings.map((r) => r.level ?? null), level ?? null, scope],
  );
  const kinds = readings.flatMap((r) => (r.kind === undefined ? [] : [r.kind]));
  const rows = (found.rows as ExactRow[]).filter((r) => kinds.length === 0 || kinds.includes(kindOf(r.code)));
  const widest = Math.min(...rows.map((r) => r.code.length));
  return rows.filter((r) => r.code.length === widest).map((r) => refOf(r.code, r.name));
}

async function nameOf(ctx: Ctx, name: string, { within, level }: NameHints): Promise<AreaByName> {
  const none = { area: undefined, candidates: [] };
  if (readName(name).length === 0) return none;
  const scope =
    within === undefined ? null : isCode(within) ? [within] : await findScope(ctx, readName(within));
  if (scope?.length === 0) return none;
  const exact = await findExact(ctx, name, scope, level);
  if (exact.length === 1) return { area: exact[0], candidates: [] };
  if (exact.length > 1) return { area: undefined, candidates: exact.slice(0, 8) };
  if (name.trim().length < 2 || /^[\d.\s]+$/.test(name)) return none;
  const near = await searchAreas(ctx, { text: name, within: scope?.[0], level, limit: 5 });
  return { area: undefined, candidates: near.items.map((hit) => refOf(hit.code, hit.name)) };
}

/** Opens the lookup within one transaction. */
export async function areaLookup(ctx: Ctx): Promise<AreaLookup> {
  const translate = await findTranslator(ctx);
  const byCode = remember(async (code) => {
    const found = await ctx.client.query('select name from regions.area where code = $1', [code]);
    const name = found.rows[0]?.name as string | undefined;
    return name === undefined ? undefined : refOf(code, name);
  });
  const byKey = remember((key) => {
    const [name = '', within, level] = JSON.parse(key) as [string, string | null, AreaLevel | null];
    return nameOf(ctx, name, { within: within ?? undefined, level: level ?? undefined });
  });
  return {
    byCode,
    byName: (name, hints = {}) => byKey(JSON.stringify([name, hints.within ?? null, hints.level ?? null])),
    byBps:
      translate &&
      remember(async (bpsCode) => {
        const found = await translate(bpsCode);
        return found && refOf(found.code, found.name);
      }),
  };
}
