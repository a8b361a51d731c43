import type { Ctx } from '../../../platform/context.ts';
import { openCsv } from '../../../platform/documents/csv.ts';
import type { SheetRow } from '../../../platform/documents/sheet.ts';
import { openXlsx } from '../../../platform/documents/xlsx.ts';
import { AppError } from '../../../platform/errors.ts';
import { openFiles } from '../../../platform/files/tenant-files.ts';
import type { FoundHeader } from '../import/find-header.ts';
import { findHeader, headerAt } from '../import/find-header.ts';

/** Rows looked at to find the headings and recognise the columns. */
const headRows = 400;
/** Sheets looked into for headings when nobody named one. */
const mostSheets = 6;

interface Sheets {
  /** Those that hold something. */
  sheets: string[];
  /** Of these, the ones the workbook shows. */
  visible: string[];
  sheet: string | null;
  /** Rows of the sheet that is read which the workbook does not show. */
  hiddenRows: number;
}
export interface SourceFile extends Sheets {
  /** Every row that holds something, once. */
  rows: AsyncIterable<SheetRow>;
  close: () => Promise<void>;
}
interface StoredFile {
  id: string;
  kind: string;
}

/** Opens the sealed original of an import, CSV or XLSX, as a stream of rows. */
export async function openSource(ctx: Ctx, file: StoredFile, sheet: string | null): Promise<SourceFile> {
  const store = await openFiles(ctx.client, ctx.services, ctx.actor.tenant);
  const content = await store.get(file.id);
  if (file.kind !== 'xlsx') {
    const csv = await openCsv(content);
    const close = async () => void (await csv.rows.return());
    return { sheets: [], visible: [], sheet: null, hiddenRows: 0, rows: csv.rows, close };
  }
  const book = await openXlsx(content, sheet ? { sheet } : {});
  const filled = book.sheets.filter((s) => s.rows > 0);
  const visible = filled.filter((s) => !s.hidden).map((s) => s.name);
  const chosen = sheet ?? visible[0] ?? filled[0]?.name ?? null;
  return {
    sheets: filled.map((s) => s.name),
    visible,
    sheet: chosen,
    hiddenRows: filled.find((s) => s.name === chosen)?.hiddenRows ?? 0,
    rows: chosen === null ? none() : book.rows(chosen),
    close: () => book.close(),
  };
}
async function* none(): AsyncGenerator<SheetRow, void, void> {}

export interface Head extends Sheets {
  rows: SheetRow[];
  header: FoundHeader | undefined;
}

/** The beginning of one sheet; `fault` where it breaks while it is read. */
async function readSheet(
  ctx: Ctx,
  file: StoredFile,
  sheet: string | null,
  headerRow: number | null,
): Promise<Head & { fault?: AppError }> {
  const source = await openSource(ctx, file, sheet);
  const { sheets, visible, sheet: chosen, hiddenRows } = source;
  const rows: SheetRow[] = [];
  let fault: AppError | undefined;
  try {
    for await (const row of source.rows) {
      rows.push(row);
      if (rows.length >= headRows) break;
    }
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    fault = error;
  } finally {
    await source.close();
  }
  const header = headerRow === null ? findHeader(rows) : headerAt(rows, headerRow);
  return { sheets, visible, sheet: chosen, hiddenRows, rows, header, ...(fault ? { fault } : {}) };
}

/**
 * The beginning of the file, with its headings found, or taken from the row a person named. Unless a person named the
 * sheet too, a sheet of instructions before the data is passed over: the first one with headings is read.
 */
export async function readHead(
  ctx: Ctx,
  file: StoredFile,
  sheet: string | null,
  headerRow: number | null,
): Promise<Head> {
  const first = await readSheet(ctx, file, sheet, headerRow);
  if (sheet === null && headerRow === null && (first.fault || !first.header))
    for (const name of first.visible.filter((n) => n !== first.sheet).slice(0, mostSheets - 1)) {
      const other = await readSheet(ctx, file, name, null);
      if (other.header && !other.fault) return other;
    }
  if (first.fault) throw first.fault;
  return first;
}
