import { FigureQuery, type Figure } from '@simpul/contract/figures/figure';
import { areaNotice } from '@simpul/contract/regions/rules';
import type { Ctx } from '../../platform/context.ts';
import { type CsvValue, writeCsv } from '../../platform/documents/csv.ts';
import { AppError } from '../../platform/errors.ts';
import type { Download, DownloadRoute } from '../../platform/http/uploads.ts';
import { findAgreedYear } from './agreed-year.ts';
import { findFigures, toFigure } from './figure-row.ts';
import { whereOf } from './reads.ts';
import { codeWord, dimensionWord, figureWords } from './figure-words.ts';
import { areaNames } from '../regions/index.ts';
import { ruleWords, sourceWords, statusWords, yearBasisWords } from './words.ts';

const header = [
  'jenis',
  'ukuran',
  'satuan',
  'nilai',
  'rincian',
  'kode_wilayah',
  'wilayah',
  'tahun',
  'awal_masa',
  'akhir_masa',
  'setahun_penuh',
  'keadaan_per',
  'dasar_tahun',
  'cara_hitung',
  'status_korban',
  'sumber',
  'judul_sumber',
  'tanggal_sumber',
  'alamat_sumber',
  'salinan_sekunder',
  'bacaan',
  'catatan',
  'putaran_kliring',
  'id_angka',
  'lisensi_wilayah',
];

const yesNo = (yes: boolean): string => (yes ? 'ya' : 'tidak');
type Places = ReadonlyMap<string, string>;
const breakdownOf = (dimensions: Figure['dimensions'], places: Places): string =>
  Object.entries(dimensions)
    .map(([dimension, code]) => `${dimensionWord(dimension)}: ${codeWord(dimension, code ?? '', places)}`)
    .join('; ');

/** Areas below the tenant's own come from the list of areas, whose licence travels with them. */
const notice = (areaCode: string, dimensions: Figure['dimensions']): string =>
  areaCode.length > 2 || dimensions.place !== undefined ? areaNotice.short : '';

const line = (f: Figure, places: Places, value: CsvValue = f.value): CsvValue[] => [
  f.kind === 'agreed' ? 'angka sepakat' : 'terpublikasi',
  figureWords.measure[f.measure],
  figureWords.unit[f.unit],
  value,
  breakdownOf(f.dimensions, places),
  f.areaCode,
  f.areaName,
  f.year,
  f.periodFrom,
  f.periodTo,
  yesNo(!f.partial),
  f.asOf,
  yearBasisWords(f),
  ruleWords(f),
  statusWords(f),
  sourceWords(f),
  f.sourceTitle,
  f.sourceDay,
  f.sourceUrl,
  yesNo(f.secondary),
  f.reading === null ? null : figureWords.reading[f.reading],
  f.note,
  f.round,
  f.id,
  notice(f.areaCode, f.dimensions),
];

async function namePlaces(ctx: Ctx, places: Map<string, string>, codes: readonly string[]): Promise<void> {
  const areas = codes.filter((code) => /^\d/.test(code) && !places.has(code));
  for (const [code, name] of await areaNames(ctx, areas)) places.set(code, name);
}

/** Cells of agreed tables, hidden ones by a word; nothing that could be subtracted leaves. */
async function* agreedCells(
  ctx: Ctx,
  figures: readonly Figure[],
  places: Map<string, string>,
): AsyncGenerator<CsvValue[]> {
  for (const f of figures.filter((one) => one.kind === 'agreed' && one.measure === 'victims')) {
    const agreed = f.year === null ? undefined : await findAgreedYear(ctx, f.year);
    for (const table of agreed?.tables ?? []) {
      if (table.dimension === 'place')
        await namePlaces(
          ctx,
          places,
          table.cells.map((cell) => cell.code),
        );
      for (const cell of table.cells)
        yield line({ ...f, dimensions: { [table.dimension]: cell.code } }, places, cell.value ?? 'terbatas');
    }
  }
}

async function* lines(ctx: Ctx, figures: readonly Figure[], cells: boolean): AsyncGenerator<CsvValue[]> {
  const places = new Map<string, string>();
  await namePlaces(
    ctx,
    places,
    figures.flatMap((f) => f.dimensions.place ?? []),
  );
  for (const f of figures) yield line(f, places);
  if (cells) yield* agreedCells(ctx, figures, places);
}

/** The list as it is filtered, every number with its provenance. */
export async function exportFigures(ctx: Ctx, query: Record<string, string>): Promise<Download> {
  const parsed = FigureQuery.omit({ cursor: true, limit: true }).safeParse(query);
  if (!parsed.success)
    throw new AppError('invalid', {
      errors: parsed.error.issues.map((i) => ({
        path: i.path.join('.'),
        code: 'format',
        message: i.message,
      })),
    });
  const q = parsed.data;
  const values: unknown[] = [];
  const where = whereOf(q, (v) => `$${values.push(v)}`);
  const figures = (await findFigures(ctx, where, values)).map(toFigure);
  const demo = ctx.services.kind === 'demo';
  const chunks: Uint8Array[] = [];
  const csv = writeCsv(lines(ctx, figures, !q.totals && !q.superseded), {
    header,
    ...(demo ? { mark: 'DATA CONTOH' } : {}),
  });
  for await (const chunk of csv) chunks.push(chunk as Uint8Array);
  await ctx.audit({
    action: 'figures.export',
    detail: { figures: figures.length, kind: q.kind ?? null, year: q.year ?? null },
  });
  const name = ['angka', q.kind, q.year].filter((part) => part !== undefined).join('-');
  return { name: `${name}.csv`, mime: 'text/csv; charset=utf-8', body: Buffer.concat(chunks) };
}

export const figuresDownloads: DownloadRoute[] = [
  {
    path: '/figures.csv',
    permission: 'figures.read',
    make: (ctx, _params, query) => exportFigures(ctx, query),
  },
];
