import type { SourceIdentity } from '@simpul/contract/clearing/row';
import type { Nik } from '@simpul/contract/standards/nik';
import type { RawRow } from './find-header.ts';
import { readCase } from './read-case.ts';
import type { CaseDraft, ReadContext } from './read-case.ts';
import { readIdentity } from './read-identity.ts';
import { reportOn } from './row-report.ts';
import type { RowReport } from './row-report.ts';

/** A row in our own words, before its values are held against each other. */
export interface RowDraft {
  report: RowReport;
  identity: SourceIdentity | null;
  nik: Nik | undefined;
  case: CaseDraft;
}

export function translateRow(row: RawRow, c: ReadContext): RowDraft {
  const report = reportOn(row, c.mapping);
  const { identity, nik } = readIdentity(report, c.mapping, c.today);
  return { report, identity, nik, case: readCase(report, c) };
}
