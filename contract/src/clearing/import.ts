import { z } from 'zod';
import { P0, P1, P2 } from '../field.ts';
import { page, PageQuery } from '../paging.ts';
import { Version } from '../route.ts';
import { ColumnTarget, ImportMapping, RecognisedColumn } from './columns.ts';
import { FileProblem, ProblemGroup, RowProblem } from './row.ts';

export const importStates = [
  'uploaded',
  'recognised',
  'checking',
  'checked',
  'accepting',
  'accepted',
  'cancelled',
  'failed',
] as const;
export type ImportState = (typeof importStates)[number];

export const PeriodCode = z.string().regex(/^\d{4}-Q[1-4]$/);
export const Period = z.object({
  code: P0(PeriodCode),
  starts: P0(z.string()),
  ends: P0(z.string()),
  state: P1(z.enum(['open', 'closed'])),
});
export type Period = z.infer<typeof Period>;

/** One agency in one period: what arrived, what is confirmed, whether it was signed off. */
export const PeriodAgency = z.object({
  period: P0(PeriodCode),
  agency: P1(z.string()),
  agencyName: P1(z.string()),
  /** Files taken in. */
  imports: P1(z.number().int()),
  /** Files on their way: checked, asked about or waiting to be taken in. */
  pending: P1(z.number().int()),
  /** All rows that were taken in; `waiting` of them nobody confirmed or excluded yet. */
  rows: P1(z.number().int()),
  waiting: P1(z.number().int()),
  confirmed: P1(z.number().int()),
  excluded: P1(z.number().int()),
  signedOffAt: P1(z.string().nullable()),
});
export type PeriodAgency = z.infer<typeof PeriodAgency>;

export const ImportLine = z.object({
  id: P1(z.string()),
  agency: P1(z.string()),
  agencyName: P1(z.string()),
  period: P0(PeriodCode),
  state: P1(z.enum(importStates)),
  rowsTotal: P1(z.number().int()),
  rowsReady: P1(z.number().int()),
  rowsWrong: P1(z.number().int()),
  rowsKnown: P1(z.number().int()),
  rowsLeftOut: P1(z.number().int()),
  /** Rows equal to an earlier one of the same file; they count once. */
  rowsRepeated: P1(z.number().int()),
  createdAt: P1(z.string()),
  acceptedAt: P1(z.string().nullable()),
});
export type ImportLine = z.infer<typeof ImportLine>;

/** How far the job at work is, or how it ended. `total` is null while nobody knows how much there is. */
export const Progress = z.object({
  done: P1(z.number().int()),
  total: P1(z.number().int().nullable()),
  /** Why it failed; `problem.<code>` in the texts. */
  errorCode: P1(z.string().nullable()),
});
export type Progress = z.infer<typeof Progress>;

export const Import = ImportLine.extend({
  kind: P1(z.string()),
  bytes: P1(z.number().int()),
  sha256: P2(z.string()),
  sheet: P2(z.string().nullable()),
  /** Sheets that hold something; only `sheet` is read. */
  sheets: P2(z.array(z.string())),
  /** Rows of that sheet which the workbook does not show. They are read like the others. */
  hiddenRows: P1(z.number().int()),
  headerRow: P1(z.number().int().nullable()),
  columns: P2(z.array(RecognisedColumn)),
  mapping: P1(ImportMapping.nullable()),
  /** Whether the mapping was remembered from an earlier file of this agency. */
  remembered: P1(z.boolean()),
  refusals: P1(z.array(FileProblem)),
  groups: P2(z.array(ProblemGroup)),
  job: P1(z.string().nullable()),
  progress: Progress.nullable(),
  /** Rows come in while the quarter is open and the agency has not signed it off. */
  quarter: P1(z.enum(['open', 'signed', 'closed'])),
  /** An earlier import of the very same file. */
  sameFileAs: P1(z.string().nullable()),
  version: Version,
  can: z.object({
    map: P0(z.boolean()),
    accept: P0(z.boolean()),
    cancel: P0(z.boolean()),
    withdraw: P0(z.boolean()),
  }),
});
export type Import = z.infer<typeof Import>;

export const CreateImport = z.object({
  /** Answer of `POST /api/files`. */
  file: P1(z.uuid()),
  period: P0(PeriodCode),
});
export const ImportId = z.object({ id: P1(z.uuid()) });
export const ImportQuery = PageQuery.extend({
  period: P0(PeriodCode.optional()),
  state: P0(z.enum(importStates).optional()),
});
export const ImportPage = page(ImportLine);
export const SetMapping = z.object({
  id: P1(z.uuid()),
  /** Left out: what the columns hold is recognised afresh, as after choosing another sheet. */
  mapping: P1(ImportMapping.optional()),
  /** Read another sheet or another row of headings. */
  sheet: P2(z.string().max(100).optional()),
  headerRow: P1(z.number().int().min(1).max(1000).optional()),
  version: Version,
});
export const ImportVersion = z.object({ id: P1(z.uuid()), version: Version });
export const WithdrawImport = ImportVersion.extend({ reason: P2(z.string().trim().min(3).max(500)) });
export const ProblemQuery = PageQuery.extend({
  id: P1(z.uuid()),
  code: P0(z.string().max(60).optional()),
  field: P0(ColumnTarget.optional()),
});
export const ProblemPage = page(RowProblem);
