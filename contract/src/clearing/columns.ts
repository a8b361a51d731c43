import { z } from 'zod';
import { P0, P1, P2 } from '../field.ts';
import { columnTargets, leftOutReasonList } from './targets.ts';

export { columnTargetInfo, columnTargets, leftOutReasons, targetInfo } from './targets.ts';
export type { LeftOutReason } from './targets.ts';

export const ColumnTarget = z.enum(columnTargets);
export type ColumnTarget = z.infer<typeof ColumnTarget>;

export const layouts = ['simfoni', 'police', 'htcds', 'ctdc', 'generic'] as const;
export type Layout = (typeof layouts)[number];

export const RecognisedColumn = z.object({
  index: P0(z.number().int().min(0)),
  letter: P0(z.string()),
  header: P1(z.string()),
  /** Masked: identity shows only its shape. */
  sample: P2(z.string()),
  target: P0(ColumnTarget.nullable()),
  /** For a column of marks (1, x, ya): the code a mark stands for. */
  flag: P0(z.string().nullable()),
  leftOut: P0(z.enum(leftOutReasonList).nullable()),
  confidence: P0(z.number().min(0).max(1)),
  status: P0(z.enum(['recognised', 'check', 'mapped_by_you', 'left_out'])),
  filled: P1(z.number().min(0).max(1)),
  valid: P1(z.number().min(0).max(1)),
});
export type RecognisedColumn = z.infer<typeof RecognisedColumn>;

export const yearBases = ['report', 'police', 'registration', 'offence'] as const;
export const YearBasis = z.enum(yearBases);
export type YearBasis = z.infer<typeof YearBasis>;

export const codeSystems = ['kemendagri', 'bps'] as const;
export type CodeSystem = (typeof codeSystems)[number];

/**
 * What a person decided about all rows of one cause. Each is safe: nothing is filled in that was not in the file. The
 * two kinds of codes are taken only for rows whose name confirms them, or that have no name at all.
 */
export const decisionActs = [
  'mark_unknown',
  'leave_out',
  'accept',
  'use_bps_codes',
  'use_kemendagri_codes',
  'read_serial_dates',
] as const;
export type DecisionAct = (typeof decisionActs)[number];

export const ImportDecision = z.object({
  code: P0(z.string()),
  field: P0(ColumnTarget.nullable()),
  act: P0(z.enum(decisionActs)),
  note: P2(z.string().max(500).optional()),
});
export type ImportDecision = z.infer<typeof ImportDecision>;

/** As many as a sheet of Excel has. */
const mostColumns = 16_384;

/** How one file is read; remembered per agency by the fingerprint of its headings. */
export const ImportMapping = z.object({
  layout: P0(z.enum(layouts)),
  columns: P0(
    z.array(
      z.object({
        index: P0(z.number().int().min(0).max(mostColumns)),
        target: P0(ColumnTarget),
        flag: P0(z.string().optional()),
      }),
    ),
  ),
  /** Which codes the area codes are. Never assumed: BPS 6403 is Kutai Kartanegara, Kemendagri 64.03 is Berau. */
  codeSystem: P0(z.enum(codeSystems).optional()),
  yearBasis: P0(YearBasis.optional()),
  dateOrder: P0(z.enum(['dmy', 'mdy']).optional()),
  /** Values that hold for the whole file because it has no column for them. */
  constants: P0(
    z
      .object({
        sex: P0(z.enum(['female', 'male', 'unknown'])),
        role: P0(z.enum(['victim', 'suspect'])),
        placeCode: P0(z.string()),
        registrationYear: P0(z.number().int().min(1900).max(2200)),
        exploitation: P0(z.string()),
      })
      .partial()
      .optional(),
  ),
  /** Words of this agency that a person translated: field, then the word's spelling key, then the code. */
  words: P1(z.partialRecord(ColumnTarget, z.record(z.string(), z.string())).optional()),
  decisions: P0(z.array(ImportDecision).optional()),
});
export type ImportMapping = z.infer<typeof ImportMapping>;
