import { ancestorsOf, type AreaLevel, type NameReading } from '@simpul/contract/regions/rules';
import type { Ctx } from '../../platform/context.ts';

/** A row the search may answer with, and what it was found by. */
export interface Candidate {
  code: string;
  name: string;
  key: string;
  validTo: string | null;
  alias: string | null;
  aliasKind: 'former' | 'abbreviation' | 'spelling' | 'overlay' | null;
  /** Which of the readings asked for led here. */
  reading: number;
}

/** Where to look: anywhere, or only below these areas. */
export type Scope = readonly string[] | null;

const columns = `a.code, a.name, a.search_key as key, a.valid_to as "validTo"`;
const plain = `${columns}, null as alias, null as "aliasKind"`;
const viaAlias = `a.code, a.name, al.search_key as key, a.valid_to as "validTo", al.name as alias, al.kind as "aliasKind"`;
/** Keys hold a-z, 0-9 and blanks; the tilde sorts behind them all. */
const begins = (column: string) => `${column} >= r.key and ${column} < r.key || '~'`;
const fits = '(r.level is null or a.level = r.level)';
const below = `exists (select 1 from unnest($4::text[]) s (code) where a.code like s.code || '.%')`;

const anywhere = `
  (select ${plain} from regions.area a
    where left(a.code, 2) = $3 and ${begins('a.search_key')} and ${fits}
    order by length(a.code), a.search_key limit 20)
  union all
  select f.* from unnest(array['province', 'regency', 'district', 'village']) l (level)
  cross join lateral (
    select ${plain} from regions.area a
     where a.level = l.level and (r.level is null or r.level = l.level) and ${begins('a.search_key')}
     order by a.search_key limit 12) f`;
const inScope = `
  (select ${plain} from regions.area a
    where left(a.code, 2) = any ($5::text[]) and ${begins('a.search_key')} and ${fits} and ${below}
    order by length(a.code), a.search_key limit 40)`;
const byAlias = `
  (select ${viaAlias} from regions.area_alias al join regions.area a on a.code = al.code
    where ${begins('al.search_key')} and ${fits} and ($4::text[] is null or ${below})
    order by al.search_key limit 12)`;

const provincesOf = (scope: readonly string[]) => [...new Set(scope.map((code) => code.slice(0, 2)))];
const levelOfReading = (r: NameReading, level: AreaLevel | undefined) => level ?? r.level ?? null;

/** Areas whose name, or another name of theirs, begins with one of the readings; a few of each level. */
export async function findByBeginning(
  ctx: Ctx,
  readings: readonly NameReading[],
  scope: Scope,
  level?: AreaLevel,
): Promise<Candidate[]> {
  const home = ctx.actor.tenant.slice(0, 2);
  const found = await ctx.client.query(
    `select f.*, r.reading::int - 1 as reading
       from unnest($1::text[], $2::text[]) with ordinality r (key, level, reading)
       cross join lateral (${scope ? inScope : anywhere} union all ${byAlias}) f
      where $3::text is not null and ($4::text[] is null or $5::text[] is not null)`,
    [
      readings.map((r) => r.key),
      readings.map((r) => levelOfReading(r, level)),
      home,
      scope,
      scope ? provincesOf(scope) : null,
    ],
  );
  return found.rows as Candidate[];
}

/** Areas with exactly one of these keys in that province, by their own or by another name. */
export async function findByKeys(
  ctx: Ctx,
  keys: readonly { province: string; key: string }[],
  scope: Scope,
  level: AreaLevel | null,
): Promise<Candidate[]> {
  const found = await ctx.client.query(
    `select f.*, 0 as reading
       from unnest($1::text[], $2::text[]) k (province, key)
       cross join lateral (
         (select ${plain} from regions.area a
           where left(a.code, 2) = k.province and a.search_key = k.key and ($3::text is null or a.level = $3)
             and ($4::text[] is null or ${below})
           order by length(a.code), a.code limit 6)
         union all
         select ${viaAlias} from regions.area_alias al join regions.area a on a.code = al.code
          where al.search_key = k.key and left(a.code, 2) = k.province and ($3::text is null or a.level = $3)
            and ($4::text[] is null or ${below})) f`,
    [keys.map((k) => k.province), keys.map((k) => k.key), level, scope],
  );
  return found.rows as Candidate[];
}

/** Areas an overlay touches whose short name is one of these keys, or whose name begins so ("IKN", "ibu kota nu"). */
export async function findByOverlay(
  ctx: Ctx,
  readings: readonly NameReading[],
  scope: Scope,
  level?: AreaLevel,
): Promise<Candidate[]> {
  const found = await ctx.client.query(
    `select a.code, a.name, case when o.code = r.key then r.key else o.key end as key, a.valid_to as "validTo", o.name as alias,
            'overlay' as "aliasKind", r.reading::int - 1 as reading
       from unnest($1::text[], $2::text[]) with ordinality r (key, level, reading)
       join (select code, name, regexp_replace(lower(name), ' *[(].*$', '') as key from regions.area_overlay) o
         on o.code = r.key or length(r.key) >= 8 and ${begins('o.key')}
       join regions.area_overlay_member m on m.overlay = o.code
       join regions.area a on a.code = m.area
      where ${fits} and ($3::text[] is null or ${below.replace('$4', '$3')})`,
    [readings.map((r) => r.key), readings.map((r) => levelOfReading(r, level)), scope],
  );
  return found.rows as Candidate[];
}

/** Areas whose dotted code begins so. */
export async function findByCode(ctx: Ctx, code: string, limit: number): Promise<Candidate[]> {
  const found = await ctx.client.query(
    `select ${plain}, 0 as reading from regions.area a
      where a.code >= $1 and a.code < $1 || '~' order by length(a.code), a.code limit $2`,
    [code, limit],
  );
  return found.rows as Candidate[];
}

/** Codes of the areas a hint ("PPU", "kab. kukar") may mean, kecamatan and above. */
export async function findScope(ctx: Ctx, readings: readonly NameReading[]): Promise<string[]> {
  const found = await ctx.client.query(
    `select a.code from unnest($1::text[], $2::text[]) r (key, level)
       join regions.area a on a.level in ('province', 'regency', 'district') and a.search_key = r.key and ${fits}
     union
     select al.code from unnest($1::text[], $2::text[]) r (key, level)
       join regions.area_alias al on al.search_key = r.key
       join regions.area a on a.code = al.code and ${fits}`,
    [readings.map((r) => r.key), readings.map((r) => r.level ?? null)],
  );
  return found.rows.map((r) => r.code as string);
}

/** Names of areas by code, also of those that have ended; unknown codes are left out. */
export async function areaNames(ctx: Ctx, codes: readonly string[]): Promise<Map<string, string>> {
  const found = await ctx.client.query('select code, name from regions.area where code = any ($1)', [
    [...new Set(codes)],
  ]);
  return new Map(found.rows.map((r) => [r.code as string, r.name as string]));
}

/** Those of the codes that may be chosen for something new: in the list and not ended. */
export async function areasInForce(ctx: Ctx, codes: readonly string[]): Promise<Set<string>> {
  const found = await ctx.client.query(
    'select code from regions.area where code = any ($1) and valid_to is null',
    [[...new Set(codes)]],
  );
  return new Set(found.rows.map((r) => r.code as string));
}

/** Names above each code, the widest first. */
export async function pathsOf(ctx: Ctx, codes: readonly string[]): Promise<Map<string, string[]>> {
  const names = await areaNames(ctx, codes.flatMap(ancestorsOf));
  return new Map(codes.map((code) => [code, ancestorsOf(code).map((c) => names.get(c) ?? c)]));
}
