import { z } from 'zod';
import { P0, P1, P2, P3, P4 } from '../field.ts';
import { code } from '../standards/code-lists.ts';
import { dateProblems } from '../standards/parse-date.ts';
import { PartialDate } from '../standards/partial-date.ts';
import { nikProblems, passportProblems } from '../standards/nik.ts';
import { ColumnTarget, YearBasis, decisionActs } from './columns.ts';

/** Who the row speaks of, and how it happened in the agency's words. Sealed as one value; never stored, logged or sent in clear. */
export const SourceIdentity = z.object({
  name: P3(z.string().max(200).optional()),
  aliases: P3(z.array(z.string().max(200))),
  initials: P3(z.string().max(20).optional()),
  nik: P3(z.string().length(16).optional()),
  passport: P3(z.string().max(9).optional()),
  birthDate: P3(PartialDate.optional()),
  phones: P3(z.array(z.string().max(40))),
  address: P3(z.string().max(500).optional()),
  modus: P4(z.string().max(200).optional()),
});
export type SourceIdentity = z.infer<typeof SourceIdentity>;

export const AreaCode = z.string().regex(/^\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?$/);

export const Charge = z.object({
  law: P2(code('charge_law').nullable()),
  /** As written: "2", "10", "76F jo 83". */
  article: P2(z.string().max(60)),
});
export type Charge = z.infer<typeof Charge>;

const Count = P1(z.number().int().min(0).optional());
/** Numbers of victims stated in the row itself, where a row is a case and not a person. */
export const StatedVictims = z.object({
  total: Count,
  female: Count,
  male: Count,
  child: Count,
  adult: Count,
});
export type StatedVictims = z.infer<typeof StatedVictims>;

/** What the row says of the case: pseudonymous, enough for clearing and counting. */
export const SourceCase = z.object({
  caseNo: P2(z.string().max(120).optional()),
  reportDate: P2(PartialDate.optional()),
  incidentDate: P2(PartialDate.optional()),
  registrationYear: P2(z.number().int().optional()),
  /** The year the row counts in, and which date it was taken from (domain.md 3.24-11). */
  countingYear: P2(z.number().int()),
  yearBasis: P2(YearBasis),
  /** Kab/kota, Kemendagri code as text. `null` where a person said that it is not known. */
  placeCode: P2(AreaCode.nullable()),
  originCode: P2(AreaCode.optional()),
  role: P2(z.enum(['victim', 'suspect'])),
  sex: P2(code('sex')),
  /** Lowest and highest age the row allows; equal where the age is exact. */
  ageMin: P2(z.number().int().min(0).max(120).optional()),
  ageMax: P2(z.number().int().min(0).max(120).optional()),
  child: P2(z.enum(['yes', 'no', 'uncertain', 'unknown'])),
  citizenship: P2(z.string().length(3).optional()),
  /** The first is the primary form. */
  exploitation: P2(z.array(code('exploitation_type'))),
  labourSectors: P2(z.array(code('labour_sector'))),
  exploitationCountry: P2(z.string().length(3).optional()),
  /** Empty since it is sealed with the identity: free text may tell what happened to somebody. */
  modus: P2(z.string().max(200).optional()),
  charges: P2(z.array(Charge)),
  victimStatus: P2(code('victim_status').optional()),
  statusDecider: P2(code('status_decider').optional()),
  legalStage: P2(code('legal_stage').optional()),
  services: P2(z.array(code('service_type'))),
  movement: P2(code('movement').optional()),
  stated: P1(StatedVictims.optional()),
});
export type SourceCase = z.infer<typeof SourceCase>;

/** One row of an agency's file, translated and checked. */
export const SourceRow = z.object({
  row: P0(z.number().int().min(1)),
  identity: P3(SourceIdentity.nullable()),
  case: P2(SourceCase),
  /** Rows of published data without identity are counted by rule and never enter a round of linkage. */
  linkable: P0(z.boolean()),
});
export type SourceRow = z.infer<typeof SourceRow>;

export const rowProblemCodes = [
  'required_missing',
  ...dateProblems,
  'date_future',
  'incident_after_report',
  'birth_after_incident',
  'year_unreadable',
  'year_band',
  'year_not_of_report',
  'outside_period',
  'age_unreadable',
  'age_out_of_range',
  'age_birth_mismatch',
  'child_age_mismatch',
  ...nikProblems,
  'nik_birth_mismatch',
  'nik_sex_mismatch',
  ...passportProblems,
  'identity_number_form',
  'area_unknown',
  'area_name_ambiguous',
  'area_code_name_mismatch',
  'area_code_system_unknown',
  'area_code_lost_zero',
  'area_too_coarse',
  'unknown_value',
  'country_unknown',
  'role_not_counted',
  'not_trafficking',
  'number_unreadable',
  'sum_mismatch',
  'text_too_long',
  'cell_formula_error',
  'cell_number_imprecise',
  'duplicate_in_file',
] as const;
export const RowProblemCode = z.enum(rowProblemCodes);
export type RowProblemCode = z.infer<typeof RowProblemCode>;

export const RowProblem = z.object({
  row: P0(z.number().int().min(1)),
  /** Column letter as the spreadsheet shows it; `null` where the problem is not in one column. */
  column: P0(z.string().nullable()),
  field: P0(ColumnTarget.nullable()),
  code: P0(RowProblemCode),
  /** An error keeps the file from being taken in; a warning wants to be looked at. */
  severity: P0(z.enum(['error', 'warning'])),
  /** Masked where the column holds identity. */
  value: P2(z.string().nullable()),
  params: P2(z.record(z.string(), z.union([z.string(), z.number()]))),
});
export type RowProblem = z.infer<typeof RowProblem>;

/** What can be done about all rows of one cause at once. */
export const Mend = z.enum([...decisionActs, 'translate_word']);
export type Mend = z.infer<typeof Mend>;

export const ProblemGroup = z.object({
  code: P0(RowProblemCode),
  field: P0(ColumnTarget.nullable()),
  severity: P0(z.enum(['error', 'warning'])),
  rows: P1(z.number().int()),
  example: P2(RowProblem),
  /** For words that no list holds: the words and how often each stands in the file. */
  words: P2(z.array(z.object({ word: P2(z.string()), rows: P1(z.number().int()) }))),
  mends: P0(z.array(Mend)),
});
export type ProblemGroup = z.infer<typeof ProblemGroup>;

/** Reasons to refuse a file before any row is looked at. */
export const FileProblem = z.object({
  code: P0(
    z.enum([
      'header_not_found',
      'column_missing',
      'column_twice',
      'column_beyond_file',
      'bps_crosswalk_missing',
      'no_rows',
      'constant_unknown',
      /** The file breaks while it is read. `params` hold what is wrong where, and how to mend it. */
      'unreadable',
    ]),
  ),
  field: P0(ColumnTarget.nullable()),
  params: P1(z.record(z.string(), z.union([z.string(), z.number()]))),
});
export type FileProblem = z.infer<typeof FileProblem>;
