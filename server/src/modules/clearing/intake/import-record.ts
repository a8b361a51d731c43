import type { ImportMapping, RecognisedColumn } from '@simpul/contract/clearing/columns';
import type { ImportState } from '@simpul/contract/clearing/import';
import type { FileProblem, ProblemGroup } from '@simpul/contract/clearing/row';
import type { Ctx } from '../../../platform/context.ts';
import { AppError } from '../../../platform/errors.ts';

export interface ImportRecord {
  id: string;
  agency: string;
  period: string;
  file: string;
  kind: string;
  bytes: number;
  sha256: string;
  sheet: string | null;
  /** Row a person named; without it the headings are found. */
  header_row: number | null;
  columns: {
    recognised: RecognisedColumn[];
    sheets: string[];
    hiddenRows?: number;
    remembered: boolean;
    lastHeaderRow: number | null;
  } | null;
  mapping: ImportMapping | null;
  fingerprint: string | null;
  state: ImportState;
  refusal: FileProblem[] | null;
  rows_total: number;
  rows_ready: number;
  rows_wrong: number;
  rows_known: number;
  rows_left_out: number;
  rows_repeated: number;
  groups: ProblemGroup[] | null;
  job: string | null;
  created_at: string;
  accepted_at: string | null;
  version: number;
}

const iso = (column: string) =>
  `to_char(${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as ${column.split('.')[1] ?? column}`;
export const importColumns = `i.id, i.agency, i.period, i.file, f.kind, f.bytes, i.file_sha256 as sha256, i.sheet, i.header_row,
  i.columns, i.mapping, i.fingerprint, i.state, i.refusal, i.rows_total, i.rows_ready, i.rows_wrong, i.rows_known, i.rows_left_out, i.rows_repeated, i.groups,
  i.job, ${iso('i.created_at')}, ${iso('i.accepted_at')}, i.version`;

/** An import of the own agency; `lock` for whoever is going to change it. */
export async function getImportRecord(ctx: Ctx, id: string, { lock = false } = {}): Promise<ImportRecord> {
  const found = await ctx.client.query<ImportRecord>(
    `select ${importColumns} from clearing.import i join platform.file f on f.id = i.file
      where i.id = $1 and i.agency = $2 ${lock ? 'for no key update of i' : ''}`,
    [id, ctx.actor.agency],
  );
  const record = found.rows[0];
  if (!record) throw new AppError('not_found');
  return record;
}

export function requireState(record: ImportRecord, ...allowed: ImportState[]): void {
  if (!allowed.includes(record.state))
    throw new AppError('wrong_state', { params: { reason: 'import_state', state: record.state } });
}
export function requireVersion(record: ImportRecord, version: number): void {
  if (record.version !== version) throw new AppError('stale_version');
}
