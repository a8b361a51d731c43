import type { Ctx } from '../../platform/context.ts';
import { getRegencyTable } from '../regions/index.ts';
import { type AreaLookup, makeAreaLookup } from './import/areas.ts';

/** All kab/kota with their names, old names and, where a crosswalk is loaded, BPS codes; small enough to hold whole. */
export async function areaLookup(ctx: Ctx): Promise<AreaLookup> {
  const { provinces, regencies, aliases, bps } = await getRegencyTable(ctx);
  return makeAreaLookup({ provinces, regencies, aliases, ...(bps ? { bps } : {}) });
}
