import type { Ctx } from '../../platform/context.ts';
import { getRegencyTable, type RegencyTable } from '../regions/index.ts';
import { type AreaLookup, makeAreaLookup } from './import/areas.ts';

const made = new WeakMap<RegencyTable, AreaLookup>();

/** All kab/kota with their names, old names and, where a crosswalk is loaded, BPS codes; small enough to hold whole. */
export async function areaLookup(ctx: Ctx): Promise<AreaLookup> {
  const table = await getRegencyTable(ctx);
  const { provinces, regencies, aliases, bps } = table;
  return made.getOrInsertComputed(table, () =>
    makeAreaLookup({ provinces, regencies, aliases, ...(bps ? { bps } : {}) }),
  );
}
