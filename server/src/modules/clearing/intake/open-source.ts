import type { Ctx } from '../../../platform/context.ts';
import { openCsv } from '../../../platform/documents/csv.ts';
import type { SheetRow } from '../../../platform/documents/sheet.ts';
import { openXlsx } from '../../../platform/documents/xlsx.ts';
import { openFiles } from '../../../platform/files/tenant-files.ts';
import type { FoundHeader } from '../import/find-header.ts';
import { findHeader, headerAt } from '../import/find-header.ts';

/** Rows looked at to find the headings and recognise the columns. */
const headRows = 400;

export interface SourceFile {
  sheets: string[];
  sheet: string | null;
  /** Every row that holds something, once. */
  rows: AsyncIterable<SheetRow>;
  close: () => Promise<void>;
}

/** Opens the sealed original of an import, CSV or XLSX, as a stream of rows. */
export async function openSource(
  ctx: Ctx,
  file: { id: string; kind: string },
  sheet: string | null,
): Promise<SourceFile> {
  const store = await openFiles(ctx.client, ctx.services, ctx.actor.tenant);
  const content = await store.get(file.id);
  if (file.kind !== 'xlsx') {
    const csv = await openCsv(content);
    return { sheets: [], sheet: null, rows: csv.rows, close: async () => void (await csv.rows.return()) };
  }
  const book = await openXlsx(content, sheet ? { sheet } : {});
  const filled = book.sheets.filter((s) => s.rows > 0);
  const chosen = sheet ?? filled.find((s) => !s.hidden)?.name ?? filled[0]?.name ?? null;
  return {
    sheets: filled.map((s) => s.name),
    sheet: chosen,
    rows: chosen === null ? none() : book.rows(chosen),
    close: () => book.close(),
  };
}
async function* none(): AsyncGenerator<SheetRow, void, void> {}

export interface Head {
  sheets: string[];
  sheet: string | null;
  rows: SheetRow[];
  header: FoundHeader | undefined;
}

/** The beginning of the file, with its headings found, or taken from the row a person named. */
export async function readHead(
  ctx: Ctx,
  file: { id: string; kind: string },
  sheet: string | null,
  headerRow: number | null,
): Promise<Head> {
  const source = await openSource(ctx, file, sheet);
  try {
    const rows: SheetRow[] = [];
    for await (const row of source.rows) {
      rows.push(row);
      if (rows.length >= headRows) break;
    }
    const header = headerRow === null ? findHeader(rows) : headerAt(rows, headerRow);
    return { sheets: source.sheets, sheet: source.sheet, rows, header };
  } finally {
    await source.close();
  }
}
