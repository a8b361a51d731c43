import { z } from 'zod';
import { P0, P1, P2, P3 } from '../field.ts';
import { page, PageQuery } from '../paging.ts';
import { Version } from '../route.ts';
import { code } from '../standards/code-lists.ts';
import { PeriodCode } from './import.ts';
import { AreaCode, SourceCase, SourceIdentity } from './row.ts';

export const rowStates = ['imported', 'confirmed', 'excluded', 'superseded'] as const;

/** A row in a list: what is counted, never who. */
export const RowLine = z.object({
  id: P2(z.string()),
  rowNumber: P1(z.number().int()),
  period: P0(PeriodCode),
  caseNo: P2(z.string().nullable()),
  reportDate: P2(z.string().nullable()),
  countingYear: P2(z.number().int()),
  role: P2(z.enum(['victim', 'suspect'])),
  place: P2(z.string().nullable()),
  sex: P2(z.string()),
  ageMin: P2(z.number().int().nullable()),
  ageMax: P2(z.number().int().nullable()),
  child: P2(z.string()),
  form: P2(z.string()),
  victimStatus: P2(z.string().nullable()),
  state: P1(z.enum(rowStates)),
  stateReason: P2(z.string().nullable()),
  version: Version,
});
export type RowLine = z.infer<typeof RowLine>;

export const RowDetail = RowLine.extend({
  case: P2(SourceCase),
  yearBasis: P1(z.string()),
  linkable: P1(z.boolean()),
  hasIdentity: P1(z.boolean()),
  supersedes: P2(z.string().nullable()),
});
export type RowDetail = z.infer<typeof RowDetail>;

export const RowQuery = PageQuery.extend({
  period: P0(PeriodCode.optional()),
  state: P0(z.enum(rowStates).optional()),
  import: P1(z.uuid().optional()),
  place: P0(AreaCode.optional()),
  year: P0(z.coerce.number().int().min(1900).max(2200).optional()),
});
export const RowPage = page(RowLine);
export const RowId = z.object({ id: P2(z.uuid()) });
export const RowIdentity = z.object({ identity: P3(SourceIdentity.nullable()), until: P0(z.string()) });

const reason = P2(z.string().trim().min(3).max(500));
export const ConfirmRows = z.object({
  period: P0(PeriodCode),
  /** Without ids: all imported rows of the period. */
  rows: P2(z.array(z.uuid()).min(1).max(1000).optional()),
});
export const ExcludeRow = z.object({ id: P2(z.uuid()), reason, version: Version });
/** What a data contact may correct by hand; identity is corrected by handing the row in again. */
export const CorrectRow = z.object({
  id: P2(z.uuid()),
  reason,
  version: Version,
  changes: z
    .object({
      placeCode: P2(AreaCode.nullable()),
      originCode: P2(AreaCode.nullable()),
      sex: P2(code('sex')),
      age: P2(z.number().int().min(0).max(120).nullable()),
      child: P2(z.enum(['yes', 'no', 'uncertain', 'unknown'])),
      form: P2(code('exploitation_type')),
      victimStatus: P2(code('victim_status').nullable()),
      legalStage: P2(code('legal_stage').nullable()),
      countingYear: P2(z.number().int().min(2000).max(2100)),
    })
    .partial()
    .refine((c) => Object.keys(c).length > 0, { message: 'Change at least one field.' }),
});
export const SignOff = z.object({ period: P0(PeriodCode) });
export const WithdrawSignOff = z.object({ period: P0(PeriodCode), reason });
