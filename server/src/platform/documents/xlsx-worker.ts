import { parentPort } from 'node:worker_threads';
import { read, utils, type CellObject, type WorkBook, type WorkSheet } from '@e965/xlsx';
import type { ProblemCode } from '@simpul/contract/problem';
import { AppError, type FieldProblem } from '../errors.ts';
import { fileError } from './messages.ts';
import { isBlankRow, type CellIssue, type SheetLimits, type SheetRow } from './sheet.ts';
import { cellText } from './xlsx-cell.ts';
import { checkZip, type ZipLimits } from './zip-check.ts';

/** Runs in a worker of its own: SheetJS holds the whole workbook, and a hostile one must not take the server down. */

export interface SheetInfo {
  name: string;
  hidden: boolean;
  /** As the workbook declares them; blank rows included. */
  rows: number;
  columns: number;
  /** Rows with values that the workbook does not show. */
  hiddenRows: number;
}

export type ToXlsxWorker =
  | { type: 'open'; bytes: Uint8Array; limits: SheetLimits & ZipLimits }
  | { type: 'select'; sheet: string }
  | { type: 'next' };

export type FromXlsxWorker =
  | { type: 'sheets'; sheets: SheetInfo[] }
  | { type: 'selected' }
  | { type: 'rows'; rows: SheetRow[]; last: boolean }
  | {
      type: 'refused';
      problem: ProblemCode;
      params: Record<string, string | number>;
      errors: FieldProblem[];
    };

type Grid = (CellObject | undefined)[][];
interface Open {
  book: WorkBook;
  date1904: boolean;
  maxColumns: number;
  grid: Grid;
  at: number;
}

const batch = 500;
const messages = {
  notZip: 'xlsx.not_xlsx',
  tooLarge: 'xlsx.unpacked_too_large',
  suspicious: 'xlsx.suspicious',
  damaged: 'xlsx.damaged',
} as const;

function openBook(bytes: Uint8Array, limits: ZipLimits): WorkBook {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.subarray(0, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]))) {
    // An OLE container is either an encrypted workbook or the format before 2007.
    const locked = file.includes(Buffer.from('EncryptedPackage', 'utf16le'));
    throw fileError('unsupported_media', locked ? 'xlsx.password' : 'xlsx.legacy');
  }
  const kind = checkZip(file, limits, messages);
  if (kind === 'macros') throw fileError('unsupported_media', 'file.macros');
  if (kind !== 'xlsx') throw fileError('unsupported_media', 'xlsx.not_xlsx');
  try {
    return read(bytes, {
      type: 'array',
      dense: true,
      cellNF: true,
      cellText: false,
      cellFormula: false,
      cellHTML: false,
      cellDates: false,
      // Of styles only hidden rows are looked at.
      cellStyles: true,
    });
  } catch (error) {
    if (error instanceof Error && /password/i.test(error.message))
      throw fileError('unsupported_media', 'xlsx.password');
    throw fileError('unsupported_media', 'xlsx.damaged');
  }
}

const gridOf = (sheet: WorkSheet | undefined): Grid => (sheet?.['!data'] ?? []) as Grid;

function describe(book: WorkBook): SheetInfo[] {
  return book.SheetNames.map((name, index) => {
    const sheet = book.Sheets[name];
    const range = sheet?.['!ref'] ? utils.decode_range(sheet['!ref']) : undefined;
    const holds = (row: Grid[number] | undefined) =>
      row?.some((cell) => cell && cell.v !== undefined) ?? false;
    const grid = gridOf(sheet);
    const hasCells = grid.some(holds);
    return {
      name,
      hidden: (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0,
      rows: range && hasCells ? range.e.r + 1 : 0,
      columns: range && hasCells ? range.e.c + 1 : 0,
      hiddenRows: (sheet?.['!rows'] ?? []).filter((row, i) => row?.hidden && holds(grid[i])).length,
    };
  });
}

/** Merged titles above the table do no harm; a merged cell inside it would leave rows without their values. */
function checkMerges(sheet: WorkSheet): void {
  const grid = gridOf(sheet);
  const filledCells = (row: Grid[number] | undefined) =>
    row?.filter((c) => c && c.v !== undefined && c.v !== '').length ?? 0;
  const first = grid.findIndex((row) => filledCells(row) >= 2);
  const inside = (sheet['!merges'] ?? []).filter(
    (m) => m.e.r >= first && grid[m.s.r]?.[m.s.c]?.v !== undefined,
  );
  if (first < 0 || inside.length === 0) return;
  const names = inside.slice(0, 5).map((m) => utils.encode_range(m));
  const ranges = names.join(', ') + (inside.length > 5 ? ', …' : '');
  throw fileError('invalid', 'xlsx.merged', { ranges }, names[0] ?? '');
}

function nextRows(open: Open): { rows: SheetRow[]; last: boolean } {
  const rows: SheetRow[] = [];
  for (; open.at < open.grid.length && rows.length < batch; open.at += 1) {
    const source = open.grid[open.at] ?? [];
    const width = source.findLastIndex((cell) => cell?.v !== undefined && cell.v !== '') + 1;
    // Here, and not where the rows arrive: millions of empty cells would be copied to be refused there.
    if (width > open.maxColumns)
      throw fileError(
        'too_large',
        'sheet.too_many_columns',
        { row: open.at + 1, count: width, limit: open.maxColumns },
        `${open.at + 1}`,
      );
    const issues: CellIssue[] = [];
    const cells = Array.from({ length: width }, (_, column) => {
      const cell = source[column];
      const { text, issue } = cellText(cell, open.date1904);
      if (issue) issues.push({ column, ...issue });
      return text;
    });
    if (isBlankRow(cells) && issues.length === 0) continue;
    rows.push({ number: open.at + 1, cells, ...(issues.length > 0 ? { issues } : {}) });
  }
  return { rows, last: open.at >= open.grid.length };
}

let open: Open | undefined;

function answer(message: ToXlsxWorker): FromXlsxWorker {
  if (message.type === 'open') {
    const book = openBook(message.bytes, message.limits);
    open = {
      book,
      date1904: book.Workbook?.WBProps?.date1904 === true,
      maxColumns: message.limits.maxColumns,
      grid: [],
      at: 0,
    };
    return { type: 'sheets', sheets: describe(book) };
  }
  if (!open) throw fileError('unsupported_media', 'xlsx.damaged');
  if (message.type === 'next') return { type: 'rows', ...nextRows(open) };
  const sheet = open.book.Sheets[message.sheet];
  if (sheet) checkMerges(sheet);
  open.grid = gridOf(sheet);
  open.at = 0;
  return { type: 'selected' };
}

parentPort?.on('message', (message: ToXlsxWorker) => {
  try {
    parentPort?.postMessage(answer(message));
  } catch (error) {
    const refused = error instanceof AppError ? error : fileError('unsupported_media', 'xlsx.damaged');
    const { code: problem, params, errors } = refused;
    parentPort?.postMessage({ type: 'refused', problem, params, errors } satisfies FromXlsxWorker);
  }
});
