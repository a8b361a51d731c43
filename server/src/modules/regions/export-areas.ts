import { arrayBuffer } from 'node:stream/consumers';
import { type AreaLevel, areaNotice, ancestorsOf, kindOf } from '@simpul/contract/regions/rules';
import type { Ctx } from '../../platform/context.ts';
import { writeCsv } from '../../platform/documents/csv.ts';
import { AppError } from '../../platform/errors.ts';

/**
 * A list of areas as CSV. The notice of the ODbL stands in every row, so that it travels with whatever part of
 * the file is passed on.
 */
export async function exportAreas(
  ctx: Ctx,
  { within, level }: { within?: string | undefined; level: AreaLevel },
): Promise<File> {
  const deep = level === 'district' || level === 'village';
  if (within === undefined && deep)
    throw new AppError('invalid', {
      errors: [
        {
          path: 'within',
          code: 'areas.too_many',
          message: 'Pilih provinsi atau kab/kota untuk daftar kecamatan dan desa.',
        },
      ],
    });
  const found = await ctx.client.query(
    `select a.code, a.name, a.source from regions.area a
      where a.valid_to is null and a.level = $2
        and ($1::text is null or (a.code > $1 || '.' and a.code < $1 || '/')) order by a.code`,
    [within ?? null, level],
  );
  const rows = found.rows as { code: string; name: string; source: string }[];
  const above = await ctx.client.query('select code, name from regions.area where code = any ($1)', [
    [...new Set(rows.flatMap((r) => ancestorsOf(r.code)))],
  ]);
  const names = new Map(above.rows.map((r) => [r.code as string, r.name as string]));
  const lines = rows.map((r) => [
    r.code,
    r.name,
    kindOf(r.code),
    ...[0, 1, 2].map((i) => names.get(ancestorsOf(r.code)[i] ?? '') ?? ''),
    `${r.source}; ${areaNotice.short}`,
  ]);
  const header = ['kode', 'nama', 'jenis', 'provinsi', 'kab_kota', 'kecamatan', 'sumber_dan_lisensi'];
  const bytes = await arrayBuffer(writeCsv(lines, { header }));
  const file = ['wilayah', within, level].filter((part) => part !== undefined).join('-');
  return new File([bytes], `${file}.csv`, { type: 'text/csv' });
}
