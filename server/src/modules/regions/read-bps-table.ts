import { type BpsProblemCode, bpsProblemText } from '@simpul/contract/regions/bps-problems';
import { spellingKey } from '@simpul/contract/standards/code-lists';
import { openCsv } from '../../platform/documents/csv.ts';
import { AppError, type FieldProblem } from '../../platform/errors.ts';

export interface BpsRow {
  /** As a spreadsheet numbers it. */
  number: number;
  code: string;
  bps: string;
  /** Every name the row gives; each must agree. */
  names: string[];
}

const headings = {
  code: [
    'kode',
    'code',
    'kodekemendagri',
    'kodekemdagri',
    'kodedagri',
    'kemendagri',
    'kodewilayah',
    'kemendagricode',
  ],
  bps: ['bps', 'kodebps', 'bpscode'],
  name: ['nama', 'name', 'namawilayah', 'namakemendagri', 'namabps', 'bpsname'],
} as const;
type Column = keyof typeof headings;
const labels: Record<Column, string> = { code: 'kode_kemendagri', bps: 'kode_bps', name: 'nama' };

/** "kode BPS 2020" and "bps_code_2020" are headings of the BPS code. */
const columnOf = (heading: string): Column | undefined => {
  const key = spellingKey(heading).replace(/\d{4}$/, '');
  return (Object.keys(headings) as Column[]).find((c) => headings[c].some((h) => h === key));
};

export function bpsProblem(code: BpsProblemCode, params: Record<string, string | number> = {}): FieldProblem {
  const row = params['row'];
  const text = bpsProblemText(code, params, 'id');
  return {
    path: row === undefined ? 'csv' : `row.${row}`,
    code: `bps.${code}`,
    message: row === undefined ? text : `Baris ${row}: ${text}`,
    params,
  };
}

function locate(header: readonly string[]): Record<Column, number[]> {
  const at: Record<Column, number[]> = { code: [], bps: [], name: [] };
  header.forEach((heading, i) => {
    const column = columnOf(heading);
    if (column) at[column].push(i);
  });
  const missing = (Object.keys(at) as Column[]).filter((c) => at[c].length === 0);
  if (missing.length > 0)
    throw new AppError('invalid', {
      errors: missing.map((c) => bpsProblem('columns', { column: labels[c], known: headings[c].join(', ') })),
    });
  return at;
}

/** Rows of a crosswalk table; refuses a file whose columns cannot be told apart. */
export async function readBpsTable(csv: string): Promise<BpsRow[]> {
  const { rows } = await openCsv(Buffer.from(csv, 'utf8'));
  let at: Record<Column, number[]> | undefined;
  const table: BpsRow[] = [];
  for await (const { number, cells } of rows) {
    if (!at) {
      at = locate(cells.map(String));
      continue;
    }
    const cell = (i: number | undefined) => String(i === undefined ? '' : (cells[i] ?? '')).trim();
    const bps = cell(at.bps[0]);
    // A table of all areas leaves the BPS code empty where BPS has none yet.
    if (bps === '') continue;
    const names = at.name.map(cell).filter((n) => n !== '');
    table.push({ number, code: cell(at.code[0]), bps, names });
  }
  if (table.length === 0) throw new AppError('invalid', { errors: [bpsProblem('empty')] });
  return table;
}
