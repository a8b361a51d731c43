import type { ColumnTarget, DecisionAct } from '@simpul/contract/clearing/columns';
import type { RowProblem, RowProblemCode } from '@simpul/contract/clearing/row';
import type { CompiledMapping, MappedColumn } from './compile-mapping.ts';
import type { RawRow } from './find-header.ts';
import { mask } from './mask.ts';
import { clean, isBlank } from './text.ts';

/** These want to be looked at, but the row can be taken as it is. */
const warnings = new Set<RowProblemCode>([
  'year_not_of_report',
  'outside_period',
  'nik_birth_mismatch',
  'nik_sex_mismatch',
  'text_too_long',
  'duplicate_in_file',
]);

export interface Cell {
  column: MappedColumn;
  text: string;
}

/** One row while it is read: its cells by what they were recognised as, and the problems found so far. */
export interface RowReport {
  row: RawRow;
  problems: RowProblem[];
  /** The cause for which a person decided to leave rows out, if this row has it. */
  leftOut: RowProblemCode | undefined;
  cells(target: ColumnTarget): readonly Cell[];
  /** The cell of a target with one column; blank cells are undefined. */
  cell(target: ColumnTarget): Cell | undefined;
  /**
   * Reports a problem, unless a person has decided about this cause. Identity never goes into `params`, and the value
   * is masked.
   */
  say(
    code: RowProblemCode,
    field: ColumnTarget | null,
    params?: Record<string, string | number>,
    cell?: Cell,
  ): DecisionAct | undefined;
  /** The same whatever was decided. */
  push(
    code: RowProblemCode,
    field: ColumnTarget | null,
    params?: Record<string, string | number>,
    cell?: Cell,
  ): void;
  has(...fields: ColumnTarget[]): boolean;
}

export function reportOn(row: RawRow, mapping: CompiledMapping): RowReport {
  const problems: RowProblem[] = [];
  const filled = new Map<ColumnTarget, Cell[]>();
  for (const column of mapping.columns) {
    const text = clean(row.cells[column.index] ?? '');
    if (isBlank(text)) continue;
    const known = filled.get(column.target);
    if (known) known.push({ column, text });
    else filled.set(column.target, [{ column, text }]);
  }
  const report: RowReport = {
    row,
    problems,
    leftOut: undefined,
    cells: (target) => filled.get(target) ?? [],
    cell: (target) => filled.get(target)?.[0],
    say(code, field, params, cell) {
      const act = mapping.decided(code, field);
      if (act === 'leave_out') report.leftOut = code;
      if (act === undefined) report.push(code, field, params, cell);
      return act;
    },
    push(code, field, params = {}, cell) {
      const at = cell ?? (field === null ? undefined : report.cell(field));
      const column = at?.column ?? (field === null ? undefined : mapping.byTarget.get(field)?.[0]);
      problems.push({
        row: row.number,
        column: column?.letter ?? null,
        field,
        code,
        severity: warnings.has(code) ? 'warning' : 'error',
        value: at && field !== null ? mask(field, at.text) : null,
        params,
      });
    },
    has: (...fields) => problems.some((problem) => problem.field !== null && fields.includes(problem.field)),
  };
  return report;
}
