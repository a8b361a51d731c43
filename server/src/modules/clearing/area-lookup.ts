import type { Ctx } from '../../platform/context.ts';
import { type AreaLookup, makeAreaLookup } from './import/areas.ts';

/** All kab/kota with their names, old names and, where a crosswalk is loaded, BPS codes; small enough to hold whole. */
export async function areaLookup(ctx: Ctx): Promise<AreaLookup> {
  const areas = await ctx.client.query<{ code: string; name: string; level: string }>(
    "select code, name, level from regions.area where level in ('province', 'regency')",
  );
  const of = (level: string) => areas.rows.filter((a) => a.level === level).map(({ code, name }) => ({ code, name }));
  return makeAreaLookup({ provinces: of('province'), regencies: of('regency') });
}
