import writeExcel, { type CellObject, type SheetData } from 'write-excel-file/node';
import { columnName } from './sheet.ts';

export type XlsxValue = string | number | boolean | null | undefined | { day: string };

export interface XlsxColumn {
  label: string;
  /** In characters. */
  width?: number;
}

export interface CellNote {
  column: number;
  message: string;
}

export interface XlsxSheet {
  name: string;
  columns: readonly XlsxColumn[];
  rows: readonly (readonly XlsxValue[])[];
  /** What is wrong with the cells of a row (index from 0): shaded, and said in a column of its own at the end. */
  notes?: { label: string; byRow: ReadonlyMap<number, readonly CellNote[]> };
  /** A mark that stays with every row, such as DATA CONTOH. */
  mark?: string;
}

const header = {
  fontWeight: 'bold',
  backgroundColor: '#E1ECEB',
  bottomBorderStyle: 'thin',
  bottomBorderColor: '#50595E',
  wrap: true,
  alignVertical: 'top',
} as const;
const shade = { backgroundColor: '#FBE9C6' } as const;

const text = (value: string): CellObject => ({ value, type: String, format: '@' });

function cell(value: XlsxValue): CellObject | null {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'string') return text(value);
  if (typeof value === 'number') return { value, type: Number };
  if (typeof value === 'boolean') return { value, type: Boolean };
  return { value: new Date(`${value.day}T00:00:00Z`), type: Date, format: 'yyyy-mm-dd' };
}

function sheetData(sheet: XlsxSheet): SheetData {
  const noteLabel = sheet.notes?.label;
  const labels = [
    ...sheet.columns.map((c) => c.label),
    ...(noteLabel ? [noteLabel] : []),
    ...(sheet.mark ? [sheet.mark] : []),
  ];
  const data: SheetData = [labels.map((value) => ({ ...text(value), ...header }))];
  for (const [index, row] of sheet.rows.entries()) {
    const notes = sheet.notes?.byRow.get(index) ?? [];
    const wrong = new Set(notes.map((n) => n.column));
    const cells = sheet.columns.map((_, column) => {
      const made = cell(row[column]);
      return wrong.has(column) ? { ...(made ?? text('')), ...shade } : made;
    });
    if (noteLabel) {
      const said = notes.map((n) => `${columnName(n.column)}: ${n.message}`).join('\n');
      cells.push(said ? { ...text(said), ...shade, wrap: true } : null);
    }
    if (sheet.mark) cells.push(text(sheet.mark));
    data.push(cells);
  }
  return data;
}

/** A workbook with a header row that stays in sight; text is stored as text, so that codes keep their zeros. */
export async function writeXlsx(sheets: readonly XlsxSheet[]): Promise<Uint8Array> {
  return writeExcel(
    sheets.map((sheet) => ({
      data: sheetData(sheet),
      sheet: sheet.name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31),
      stickyRowsCount: 1,
      columns: [
        ...sheet.columns.map((c) => ({ width: c.width ?? Math.min(40, Math.max(10, c.label.length + 2)) })),
        ...(sheet.notes ? [{ width: 60 }] : []),
        ...(sheet.mark ? [{ width: 14 }] : []),
      ],
    })),
  ).toBuffer();
}
