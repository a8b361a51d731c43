import type { ColumnTarget, DecisionAct, ImportMapping } from '@simpul/contract/clearing/columns';
import type { RowProblemCode } from '@simpul/contract/clearing/row';
import type { Scheme } from '@simpul/contract/standards/code-lists';
import type { HtcdsKey } from '@simpul/contract/standards/htcds-fields';
import { schemeOf } from './recognise-columns.ts';
import { columnLetter } from './text.ts';

export interface MappedColumn {
  index: number;
  letter: string;
  target: ColumnTarget;
  flag: string | undefined;
}
export interface CompiledMapping {
  mapping: ImportMapping;
  scheme: Scheme;
  columns: readonly MappedColumn[];
  byTarget: ReadonlyMap<ColumnTarget, readonly MappedColumn[]>;
  /** What a person decided about a cause in a column, if anything. */
  decided(code: RowProblemCode, field: ColumnTarget | null): DecisionAct | undefined;
}

export function compileMapping(mapping: ImportMapping): CompiledMapping {
  const columns = mapping.columns.map(({ index, target, flag }): MappedColumn => ({
    index,
    letter: columnLetter(index),
    target,
    flag,
  }));
  const decisions = new Map((mapping.decisions ?? []).map((d) => [`${d.code} ${d.field ?? ''}`, d.act]));
  return {
    mapping,
    scheme: schemeOf[mapping.layout],
    columns,
    byTarget: Map.groupBy(columns, (column) => column.target),
    decided: (code, field) => decisions.get(`${code} ${field ?? ''}`),
  };
}

/** HTCDS fields whose cells hold several values or names of a picklist, by what they were recognised as. */
export const htcdsKeyFor: Partial<Record<ColumnTarget, HtcdsKey>> = {
  sex: 'prs_Gender',
  victimStatus: 'vic_TraffickingStatus',
  statusDecider: 'vic_TraffickingStatusDecisionMakingOrg',
  exploitation: 'vic_TypeOfExploitation',
  labourSector: 'vic_ForcedLabourIndustry',
  services: 'spl_Type',
};
