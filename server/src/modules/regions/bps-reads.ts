import type { BpsCrosswalk, BpsTranslation } from '@simpul/contract/regions/bps';
import { levelOf } from '@simpul/contract/regions/rules';
import type { Ctx } from '../../platform/context.ts';
import { AppError } from '../../platform/errors.ts';
import { crosswalkAbilities } from './policy.ts';

async function findCrosswalk(ctx: Ctx): Promise<BpsCrosswalk | null> {
  const found = await ctx.client.query(
    `select id, source, as_of as "asOf", rows, traps, imported_at as "importedAt", imported_by as "importedBy"
       from regions.bps_import where state = 'current'`,
  );
  const row = found.rows[0] as
    | (Omit<BpsCrosswalk, 'counts' | 'importedAt'> & { importedAt: Date })
    | undefined;
  if (!row) return null;
  const lengths = await ctx.client.query(
    'select length(code) as length, count(*)::int as n from regions.bps_crosswalk where import = $1 group by 1',
    [row.id],
  );
  const counts = { province: 0, regency: 0, district: 0, village: 0 };
  for (const l of lengths.rows as { length: number; n: number }[])
    counts[levelOf('0'.repeat(l.length))] = l.n;
  return { ...row, importedAt: row.importedAt.toISOString(), counts };
}

/** The crosswalk in use and what the person may do with it. */
export async function getBpsCrosswalkStatus(ctx: Ctx) {
  return { current: await findCrosswalk(ctx), abilities: crosswalkAbilities(ctx) };
}

/** The id of the crosswalk in use. */
async function findCurrentImport(ctx: Ctx): Promise<string | undefined> {
  const found = await ctx.client.query("select id from regions.bps_import where state = 'current'");
  return found.rows[0]?.id as string | undefined;
}

/** The Kemendagri area of a BPS code; says why when there is no crosswalk. */
export async function translateBps(ctx: Ctx, { bpsCode }: { bpsCode: string }): Promise<BpsTranslation> {
  const current = await findCurrentImport(ctx);
  if (current === undefined) throw new AppError('wrong_state', { params: { reason: 'bps_not_loaded' } });
  const found = await ctx.client.query(
    `select c.bps_code as "bpsCode", c.code, a.name from regions.bps_crosswalk c
       join regions.area a on a.code = c.code where c.import = $1 and c.bps_code = $2`,
    [current, bpsCode],
  );
  const row = found.rows[0] as BpsTranslation | undefined;
  if (!row) throw new AppError('not_found');
  return row;
}
