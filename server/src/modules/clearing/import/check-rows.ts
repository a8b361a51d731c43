import type { ImportMapping } from '@simpul/contract/clearing/columns';
import type { RowProblem, RowProblemCode, SourceRow } from '@simpul/contract/clearing/row';
import type { AreaLookup } from './areas.ts';
import { compileMapping } from './compile-mapping.ts';
import type { CompiledMapping } from './compile-mapping.ts';
import type { RawRow } from './find-header.ts';
import { createFingerprints, personInCase } from './fingerprint.ts';
import type { Hmac } from './fingerprint.ts';
import { clean, columnLetter, isBlank, isColumnNumbers } from './text.ts';
import { translateRow } from './translate-row.ts';
import { validateRow } from './validate-row.ts';
import type { Period } from './validate-row.ts';

export type SkipReason = 'no_values' | 'totals' | 'column_numbers' | 'headings_again';
export interface CheckedRow {
  row: number;
  /** `duplicate`: nothing wrong with the row but that it seems to stand in the file already. */
  status: 'ready' | 'duplicate' | 'problem' | 'left_out' | 'skipped';
  skipped?: SkipReason;
  /** The cause for which a person decided to leave rows out. */
  leftOut?: RowProblemCode;
  /** Set unless an error stands. */
  source?: SourceRow;
  problems: RowProblem[];
  /** The cells of the file, for the corrected-file download; never stored beside the problems. */
  cells: readonly string[];
  fingerprint?: string;
}

export interface CheckOptions {
  hmac: Hmac;
  period?: Period;
  /** Single cells a person corrected: row number, then column index. */
  edits?: ReadonlyMap<number, ReadonlyMap<number, string>>;
  /** Rows up to here are headings. */
  lastHeaderRow?: number;
  /** Headings of the file, to pass over where each printed page repeats them. */
  headings?: readonly string[];
}

/**
 * Checks a file row by row. Memory does not grow with the file but for one short hash per row, by which
 * duplicates are found.
 */
export async function* checkRows(
  rows: AsyncIterable<RawRow>,
  mapping: ImportMapping,
  areas: AreaLookup,
  today: string,
  options: CheckOptions,
): AsyncGenerator<CheckedRow, void, void> {
  const compiled = compileMapping(mapping);
  const context = { mapping: compiled, areas, today, ...(options.period ? { period: options.period } : {}) };
  const seen = new Map<string, number>();
  const fingerprintOf = createFingerprints(compiled, options.hmac);
  const headings = (options.headings ?? []).map((heading) => heading.toUpperCase());
  let started = false;
  for await (const raw of rows) {
    if (raw.number <= (options.lastHeaderRow ?? 0)) continue;
    const row = withEdits(raw, options);
    const skipped = skipReason(row, compiled, started, headings);
    if (skipped) {
      yield { row: row.number, status: 'skipped', skipped, problems: [], cells: row.cells };
      continue;
    }
    started = true;
    const draft = translateRow(row, context);
    const source = validateRow(draft, context);
    const { report } = draft;
    let duplicate = false;
    if (source && report.leftOut === undefined) {
      const key = personInCase(source);
      const first = key === undefined ? undefined : seen.get(key);
      if (first !== undefined) duplicate = report.say('duplicate_in_file', 'caseNo', { first }) === undefined;
      else if (key !== undefined) seen.set(key, row.number);
    }
    const base = { row: row.number, problems: report.problems, cells: row.cells };
    if (report.leftOut !== undefined) yield { ...base, status: 'left_out', leftOut: report.leftOut };
    else if (source === undefined) yield { ...base, status: 'problem' };
    else
      yield {
        ...base,
        status: duplicate ? 'duplicate' : 'ready',
        source,
        fingerprint: fingerprintOf(row, source),
      };
  }
}

function withEdits(row: RawRow, { edits }: CheckOptions): RawRow {
  const changes = edits?.get(row.number);
  if (!changes) return row;
  const cells = [...row.cells];
  for (const [index, text] of changes) {
    while (cells.length <= index) cells.push('');
    cells[index] = text;
  }
  // What the reader saw in a cell is gone once the cell was corrected.
  const issues = row.issues?.filter((issue) => !changes.has(issue.column));
  return { number: row.number, cells, ...(issues ? { issues } : {}) };
}

const totals = /^(?:grand |sub ?)?(?:total|jumlah|jml)\b/i;

/** Rows that are no cases: sums below the table, column numbers under the headings, headings of the next page. */
function skipReason(
  row: RawRow,
  mapping: CompiledMapping,
  started: boolean,
  headings: readonly string[],
): SkipReason | undefined {
  const texts = row.cells.map(clean);
  const mapped = mapping.columns.filter(({ index }) => !isBlank(texts[index] ?? ''));
  if (mapped.length === 0) return 'no_values';
  const filled = texts.filter((text) => text !== '');
  const person = mapped.some(({ target }) => target === 'sex' || target === 'nationalId' || target === 'age');
  if (!person && totals.test(filled[0] ?? '')) return 'totals';
  if (!started && isColumnNumbers(row.cells)) return 'column_numbers';
  if (headings.length > 2) {
    const same = headings.filter(
      (heading, i) => heading !== '' && texts[i]?.toUpperCase() === heading,
    ).length;
    if (same >= 3 && same >= headings.filter((h) => h !== '').length * 0.8) return 'headings_again';
  }
  return undefined;
}

/** Counts per column over the whole file: how many cells are filled, how many of them stand up to the rules. */
export function createColumnTally(width: number) {
  const filled = Array.from({ length: width }, () => 0);
  const invalid = Array.from({ length: width }, () => 0);
  const letters = new Map(Array.from({ length: width }, (_, index) => [columnLetter(index), index]));
  let rows = 0;
  return {
    add(checked: CheckedRow): void {
      if (checked.status === 'skipped' || checked.status === 'left_out') return;
      rows += 1;
      for (let i = 0; i < width; i += 1)
        if (!isBlank(checked.cells[i] ?? '')) filled[i] = (filled[i] ?? 0) + 1;
      const wrong = new Set<number>();
      for (const problem of checked.problems) {
        const index = problem.column === null ? undefined : letters.get(problem.column);
        if (index !== undefined && problem.severity === 'error' && !isBlank(checked.cells[index] ?? ''))
          wrong.add(index);
      }
      for (const index of wrong) invalid[index] = (invalid[index] ?? 0) + 1;
    },
    /** Shares of all rows, as the screen shows them. */
    shares: (): { filled: number; valid: number }[] =>
      filled.map((n, i) =>
        rows === 0 ? { filled: 0, valid: 0 } : { filled: n / rows, valid: (n - (invalid[i] ?? 0)) / rows },
      ),
  };
}
