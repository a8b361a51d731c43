import { filePurposes } from '@simpul/contract/clearing/purposes';
import { dayIn } from '../../../platform/clock.ts';
import type { Ctx } from '../../../platform/context.ts';
import { writeCsv } from '../../../platform/documents/csv.ts';
import { writeXlsx } from '../../../platform/documents/xlsx-write.ts';
import { AppError } from '../../../platform/errors.ts';
import { openFiles } from '../../../platform/files/tenant-files.ts';
import type { Download, DownloadRoute } from '../../../platform/http/uploads.ts';
import { areaLookup } from '../area-lookup.ts';
import { checkRows } from '../import/check-rows.ts';
import { correctedFile } from '../import/corrected-file.ts';
import { rowHmac } from '../keys.ts';
import { periodOf } from './check-import.ts';
import { getImportRecord, type ImportRecord } from './import-record.ts';
import { openSource, readHead } from './open-source.ts';

/** A workbook is built in memory; longer lists leave as CSV. */
const mostXlsxRows = 20_000;
const mark = (ctx: Ctx) => (ctx.services.kind === 'demo' ? { mark: 'DATA CONTOH' } : {});

const getOwn = (ctx: Ctx, id: string | undefined): Promise<ImportRecord> => {
  if (!/^[0-9a-f-]{36}$/.test(id ?? '')) throw new AppError('not_found');
  return getImportRecord(ctx, id ?? '');
};

/** The file with what is wrong in it and how to mend it; the first line are the headings. */
async function* markedRows(ctx: Ctx, record: ImportRecord, language: 'id' | 'en') {
  const { mapping } = record;
  const head = await readHead(ctx, { id: record.file, kind: record.kind }, record.sheet, record.header_row);
  const { header } = head;
  if (!header || !mapping || (record.state !== 'checked' && record.state !== 'accepted'))
    throw new AppError('wrong_state', { params: { reason: 'import_state', state: record.state } });
  const headings = header.headings.map((h) => h.text);
  const [areas, hmac] = [await areaLookup(ctx), await rowHmac(ctx)];
  async function* read(columns: typeof mapping & {}, lastHeaderRow: number) {
    const source = await openSource(ctx, { id: record.file, kind: record.kind }, head.sheet);
    try {
      yield* checkRows(source.rows, columns, areas, dayIn(ctx.actor.zone, ctx.clock.now()), {
        hmac,
        period: periodOf(record.period),
        lastHeaderRow,
        headings,
      });
    } finally {
      await source.close();
    }
  }
  yield* correctedFile(headings, () => read(mapping, header.lastHeaderRow), language);
}

const noteRead = (ctx: Ctx, action: string, record: ImportRecord) =>
  ctx.audit({
    action,
    subject: { kind: 'clearing.import', id: record.id },
    sensitivity: 'P3',
    read: [record.id],
  });

const languageOf = (query: Record<string, string>) => (query['language'] === 'en' ? 'en' : 'id');
const nameOf = (what: string, record: ImportRecord, ending: string) =>
  `${what}-${record.period}-${record.id.slice(-6)}.${ending}`;

async function correctedCsv(
  ctx: Ctx,
  id: string | undefined,
  query: Record<string, string>,
): Promise<Download> {
  const record = await getOwn(ctx, id);
  const chunks: Uint8Array[] = [];
  for await (const chunk of writeCsv(markedRows(ctx, record, languageOf(query)), mark(ctx)))
    chunks.push(chunk as Uint8Array);
  await noteRead(ctx, 'clearing.download_corrected', record);
  return {
    name: nameOf('perbaikan', record, 'csv'),
    mime: 'text/csv; charset=utf-8',
    body: Buffer.concat(chunks),
  };
}

async function correctedXlsx(
  ctx: Ctx,
  id: string | undefined,
  query: Record<string, string>,
): Promise<Download> {
  const record = await getOwn(ctx, id);
  const [headings = [], ...rows] = await collect(markedRows(ctx, record, languageOf(query)));
  const body = await writeXlsx([
    { name: 'Perbaikan', columns: headings.map((label) => ({ label })), rows, ...mark(ctx) },
  ]);
  await noteRead(ctx, 'clearing.download_corrected', record);
  return {
    name: nameOf('perbaikan', record, 'xlsx'),
    mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    body,
  };
}

async function collect(rows: AsyncIterable<string[]>): Promise<string[][]> {
  const all: string[][] = [];
  for await (const row of rows) {
    if (all.length > mostXlsxRows)
      throw new AppError('too_large', { params: { reason: 'corrected_too_long', most: mostXlsxRows } });
    all.push(row);
  }
  return all;
}

/** The sealed original as the agency handed it in, for that agency only. */
async function original(ctx: Ctx, id: string | undefined): Promise<Download> {
  const record = await getOwn(ctx, id);
  const store = await openFiles(ctx.client, ctx.services, ctx.actor.tenant);
  const body = await store.get(record.file);
  await noteRead(ctx, 'clearing.download_original', record);
  const xlsx = record.kind === 'xlsx';
  return {
    name: nameOf('berkas-asal', record, xlsx ? 'xlsx' : 'csv'),
    mime: xlsx
      ? 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
      : 'text/csv; charset=utf-8',
    body,
  };
}

export const clearingDownloads: DownloadRoute[] = [
  {
    path: '/clearing/imports/:id/corrected.csv',
    permission: 'clearing.import',
    purpose: filePurposes.correct,
    make: (ctx, { id }, query) => correctedCsv(ctx, id, query),
  },
  {
    path: '/clearing/imports/:id/corrected.xlsx',
    permission: 'clearing.import',
    purpose: filePurposes.correct,
    make: (ctx, { id }, query) => correctedXlsx(ctx, id, query),
  },
  {
    path: '/clearing/imports/:id/original',
    permission: 'clearing.import',
    purpose: filePurposes.verify,
    make: (ctx, { id }) => original(ctx, id),
  },
];
