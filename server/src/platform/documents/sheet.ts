import { fileError, type FileMessageCode, type MessageParams } from './messages.ts';

/** One row of a table file. `number` is the row as the person sees it in Excel: from 1, blank rows counted. */
export interface SheetRow {
  number: number;
  cells: string[];
  issues?: CellIssue[];
}

/** Something the reader saw in a cell that the importer must not pass over. `column` counts from 0. */
export interface CellIssue {
  column: number;
  code: FileMessageCode;
  params: MessageParams;
}

export interface SheetLimits {
  maxRows: number;
  maxColumns: number;
  maxCellLength: number;
}

export const cellLimits = { maxColumns: 300, maxCellLength: 10_000 } as const;

/** 0 -> A, 25 -> Z, 26 -> AA: the name of a column in Excel. */
export function columnName(index: number): string {
  let name = '';
  for (let n = index + 1; n > 0; n = Math.floor((n - 1) / 26)) {
    name = String.fromCharCode(65 + ((n - 1) % 26)) + name;
  }
  return name;
}

export const isBlankRow = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '');

/** Refuses a row beyond the limits, naming the row and column. `filled` counts the rows that hold something. */
export function checkRow(row: SheetRow, filled: number, limits: SheetLimits): void {
  if (filled > limits.maxRows) throw fileError('too_large', 'sheet.too_many_rows', { limit: limits.maxRows });
  if (row.cells.length > limits.maxColumns) {
    throw fileError(
      'too_large',
      'sheet.too_many_columns',
      { row: row.number, count: row.cells.length, limit: limits.maxColumns },
      `${row.number}`,
    );
  }
  for (const [index, cell] of row.cells.entries()) {
    if (cell.length <= limits.maxCellLength) continue;
    const column = columnName(index);
    throw fileError(
      'too_large',
      'sheet.cell_too_long',
      { row: row.number, column, limit: limits.maxCellLength },
      `${row.number}.${column}`,
    );
  }
}
