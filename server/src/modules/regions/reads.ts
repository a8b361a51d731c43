import { countCap } from '@simpul/contract/paging';
import type { AreaChild, AreaDetail, AreaSource, Overlay } from '@simpul/contract/regions/area';
import { ancestorsOf, areaLevels, kindOf, levelOf } from '@simpul/contract/regions/rules';
import { dayIn } from '../../platform/clock.ts';
import type { Ctx } from '../../platform/context.ts';
import { AppError } from '../../platform/errors.ts';
import { pathsOf } from './find-candidates.ts';

const refOf = (row: { code: string; name: string }) => ({
  code: row.code,
  name: row.name,
  level: levelOf(row.code),
  kind: kindOf(row.code),
});
type Row = { code: string; name: string };

/** Codes sort so that everything below `64` lies between `64.` and `64/`. */
const below = (code: string, column = 'a.code') =>
  `${column} > ${code} || '.' and ${column} < ${code} || '/'`;

/** The provinces, or what lies directly below an area; in force only. */
export async function listChildren(
  ctx: Ctx,
  { parent, cursor, limit }: { parent?: string | undefined; cursor?: string | undefined; limit: number },
): Promise<{ items: AreaChild[]; nextCursor: string | null; total: number }> {
  const depth = parent === undefined ? 0 : areaLevels.indexOf(levelOf(parent)) + 1;
  const [level, under] = [areaLevels[depth], areaLevels[depth + 1]];
  if (!level) return { items: [], nextCursor: null, total: 0 };
  const range = parent === undefined ? '$1::text is null' : below('$1::text');
  const length = parent === undefined ? 2 : parent.length + (parent.length === 8 ? 5 : 3);
  const found = await ctx.client.query(
    `with child as (
       select a.code, a.name from regions.area a where a.level = $2 and a.valid_to is null and ${range}),
     count_of as (
       select left(a.code, $3) as code, count(*) as n from regions.area a
        where a.level = $4 and a.valid_to is null and ${range} group by 1)
     select c.code, c.name, coalesce(n.n, 0)::int as children, (select count(*) from child)::int as total
       from child c left join count_of n using (code)
      where $5::text is null or c.code > $5 order by c.code limit $6`,
    [parent ?? null, level, length, under ?? null, cursor ?? null, limit + 1],
  );
  const rows = found.rows as (Row & { children: number; total: number })[];
  if (rows.length === 0 && parent !== undefined) await getRow(ctx, parent);
  const items = rows.slice(0, limit).map((r) => ({ ...refOf(r), children: r.children }));
  const last = items.at(-1);
  return {
    items,
    nextCursor: rows.length > limit && last ? last.code : null,
    total: Math.min(rows[0]?.total ?? 0, countCap + 1),
  };
}

interface AreaRow extends Row {
  validFrom: string | null;
  validTo: string | null;
  source: string;
}

async function getRow(ctx: Ctx, code: string): Promise<AreaRow> {
  const found = await ctx.client.query(
    'select code, name, valid_from as "validFrom", valid_to as "validTo", source from regions.area where code = $1',
    [code],
  );
  const row = found.rows[0] as AreaRow | undefined;
  if (!row) throw new AppError('not_found');
  return row;
}

async function countsBelow(ctx: Ctx, code: string): Promise<AreaDetail['counts']> {
  const found = await ctx.client.query(
    `select a.level, count(*)::int as n from regions.area a where ${below('$1::text')} and a.valid_to is null group by 1`,
    [code],
  );
  const n = new Map(found.rows.map((r) => [r.level as string, r.n as number]));
  return { regency: n.get('regency') ?? 0, district: n.get('district') ?? 0, village: n.get('village') ?? 0 };
}

/** One area as of a day (today when none is given), also one that has ended. */
export async function getArea(
  ctx: Ctx,
  { code, on }: { code: string; on?: string | undefined },
): Promise<AreaDetail> {
  const day = on ?? dayIn(ctx.actor.zone, ctx.clock.now());
  const row = await getRow(ctx, code);
  const aliases = await ctx.client.query(
    'select name, kind, basis, mark from regions.area_alias where code = $1 order by kind, name',
    [code],
  );
  const succession = await ctx.client.query(
    `select s.kind, s.on_date as date, s.old_code as "oldCode", s.old_name as "oldName", s.new_code as "newCode",
            a.name as "newName", s.basis, s.mark
       from regions.area_succession s join regions.area a on a.code = s.new_code
      where s.old_code = $1 or s.new_code = $1 order by s.on_date, s.old_code, s.new_code`,
    [code],
  );
  // An overlay that touches a kecamatan also touches what lies around and below it.
  const overlays = await ctx.client.query(
    `select o.code, o.name, min(m.mark) as mark
       from regions.area_overlay o join regions.area_overlay_member m on m.overlay = o.code
      where m.area = any ($2) or ${below('$1::text', 'm.area')} group by o.code, o.name order by o.name`,
    [code, [...ancestorsOf(code), code]],
  );
  const above = await ctx.client.query(
    'select code, name from regions.area where code = any ($1) order by code',
    [ancestorsOf(code)],
  );
  const bps = await ctx.client.query(
    `select c.bps_code from regions.bps_crosswalk c join regions.bps_import i on i.id = c.import
      where c.code = $1 and i.state = 'current'`,
    [code],
  );
  return {
    ...refOf(row),
    path: (above.rows as Row[]).map(refOf),
    validFrom: row.validFrom,
    validTo: row.validTo,
    source: row.source,
    on: day,
    inForce: (row.validFrom === null || row.validFrom <= day) && (row.validTo === null || row.validTo >= day),
    aliases: aliases.rows as AreaDetail['aliases'],
    succession: succession.rows as AreaDetail['succession'],
    overlays: overlays.rows as AreaDetail['overlays'],
    counts: await countsBelow(ctx, code),
    bpsCode: (bps.rows[0]?.bps_code as string | undefined) ?? null,
  };
}

/** Areas across the levels, with the areas they touch. */
export async function listOverlays(ctx: Ctx): Promise<{ items: Overlay[] }> {
  const overlays = await ctx.client.query(
    'select code, name, kind, basis, mark from regions.area_overlay order by name',
  );
  const members = await ctx.client.query(
    `select m.overlay, m.mark, a.code, a.name from regions.area_overlay_member m
       join regions.area a on a.code = m.area order by a.code`,
  );
  const rows = members.rows as (Row & { overlay: string; mark: 'verified' | 'memory' })[];
  const paths = await pathsOf(
    ctx,
    rows.map((r) => r.code),
  );
  return {
    items: (overlays.rows as Omit<Overlay, 'members'>[]).map((o) => ({
      ...o,
      members: rows
        .filter((r) => r.overlay === o.code)
        .map((r) => ({ ...refOf(r), path: paths.get(r.code) ?? [], mark: r.mark })),
    })),
  };
}

/** Which list is loaded, for the notice on screens and papers. */
export async function getAreaSource(ctx: Ctx): Promise<AreaSource> {
  const found = await ctx.client.query(
    `select code as name, version, decree, licence, url, sha256, loaded_at as "loadedAt",
            provinces, regencies, districts, villages from regions.dataset order by code limit 1`,
  );
  const row = found.rows[0];
  if (!row) throw new AppError('unavailable');
  const { provinces, regencies, districts, villages, loadedAt, ...rest } = row;
  return {
    ...rest,
    loadedAt: (loadedAt as Date).toISOString(),
    counts: { province: provinces, regency: regencies, district: districts, village: villages },
  } as AreaSource;
}
