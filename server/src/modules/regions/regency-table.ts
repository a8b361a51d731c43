import type { Ctx, Services } from '../../platform/context.ts';

interface NamedCode {
  code: string;
  name: string;
}
/** What reading a file needs to know about areas; small enough to hold whole, so that a row costs no question. */
export interface RegencyTable {
  provinces: NamedCode[];
  /** Kab/kota in force: 514. */
  regencies: NamedCode[];
  /** Former names, abbreviations and other spellings of provinces and kab/kota. */
  aliases: NamedCode[];
  /** Codes that have ended and the one that took their place, where it was one. */
  successors: ReadonlyMap<string, string>;
  /** BPS code to Kemendagri code; absent where no crosswalk is loaded: a BPS-coded file is then refused. */
  bps?: ReadonlyMap<string, string>;
}

/** What a table was read from: the lists of areas, which only a start changes, and the crosswalk in use. */
async function findSources(ctx: Ctx): Promise<{ lists: string; crosswalk: string | null }> {
  const found = await ctx.client.query<{ lists: string; crosswalk: string | null }>(
    `select (select string_agg(concat(d.sha256, d.loaded_at), ' ' order by d.code) from regions.dataset d) as lists,
            (select i.id from regions.bps_import i where i.state = 'current') as crosswalk`,
  );
  return found.rows[0] ?? { lists: '', crosswalk: null };
}

/** By tenant, since each has a crosswalk of its own. */
const held = new WeakMap<Services, Map<string, { sources: string; table: RegencyTable }>>();

/** Provinces and kab/kota with everything they are called, for importers; read again only when its sources changed. */
export async function getRegencyTable(ctx: Ctx): Promise<RegencyTable> {
  const { lists, crosswalk } = await findSources(ctx);
  const sources = `${lists} ${crosswalk ?? ''}`;
  const ofTenants = held.getOrInsertComputed(ctx.services, () => new Map());
  const known = ofTenants.get(ctx.actor.tenant);
  if (known?.sources === sources) return known.table;
  const table = await readTable(ctx, crosswalk);
  ofTenants.set(ctx.actor.tenant, { sources, table });
  return table;
}

async function readTable(ctx: Ctx, crosswalk: string | null): Promise<RegencyTable> {
  const areas = await ctx.client.query<NamedCode & { level: string }>(
    `select code, name, level from regions.area
      where level in ('province', 'regency') and valid_to is null order by code`,
  );
  const aliases = await ctx.client.query<NamedCode>(
    'select code, name from regions.area_alias where length(code) <= 5 order by code, name',
  );
  const moved = await ctx.client.query<{ old: string; new: string }>(
    `select s.old_code as old, s.new_code as new from regions.area_succession s
       join regions.area a on a.code = s.old_code where s.kind in ('move', 'rename') and a.valid_to is not null`,
  );
  const of = (level: string) =>
    areas.rows.filter((a) => a.level === level).map(({ code, name }) => ({ code, name }));
  const table = {
    provinces: of('province'),
    regencies: of('regency'),
    aliases: aliases.rows,
    successors: new Map(moved.rows.map((r) => [r.old, r.new])),
  };
  if (crosswalk === null) return table;
  const bps = await ctx.client.query<{ bps: string; code: string }>(
    'select bps_code as bps, code from regions.bps_crosswalk where import = $1',
    [crosswalk],
  );
  return { ...table, bps: new Map(bps.rows.map((r) => [r.bps, r.code])) };
}
