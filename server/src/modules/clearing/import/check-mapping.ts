import { targetInfo } from '@simpul/contract/clearing/columns';
import type { ColumnTarget, ImportMapping } from '@simpul/contract/clearing/columns';
import type { FileProblem } from '@simpul/contract/clearing/row';
import type { AreaLookup } from './areas.ts';
import { columnLetter } from './text.ts';

/** Reasons to refuse a whole file before its rows are read. An empty list means the rows may be checked. */
export function checkMapping(mapping: ImportMapping, areas: AreaLookup, width: number): FileProblem[] {
  const problems: FileProblem[] = [];
  const say = (code: FileProblem['code'], field: ColumnTarget | null, params: FileProblem['params'] = {}) =>
    problems.push({ code, field, params });
  const has = (...targets: ColumnTarget[]) =>
    mapping.columns.some((column) => targets.includes(column.target));
  const constants = mapping.constants ?? {};

  if (!has('reportDate', 'registrationYear') && constants.registrationYear === undefined) {
    const offence = mapping.yearBasis === 'offence' && has('incidentDate');
    if (!offence) say('column_missing', 'reportDate');
  }
  // Published data without identity is counted by country; it has no kab/kota, and not every row has a sex.
  if (mapping.layout !== 'ctdc') {
    if (!has('place', 'placeCode', 'placeName') && constants.placeCode === undefined)
      say('column_missing', 'place');
    if (!has('sex') && constants.sex === undefined) say('column_missing', 'sex');
  }
  if (constants.placeCode !== undefined && !areas.byCode(constants.placeCode))
    say('constant_unknown', 'place', { value: constants.placeCode });
  if (mapping.codeSystem === 'bps' && !areas.byBps) say('bps_crosswalk_missing', 'place');

  const seen = new Map<ColumnTarget, number>();
  for (const { index, target, flag } of mapping.columns) {
    if (index >= width) say('column_beyond_file', target, { column: columnLetter(index) });
    const first = seen.get(target);
    if (first !== undefined && !targetInfo[target].many && flag === undefined)
      say('column_twice', target, { first: columnLetter(first), second: columnLetter(index) });
    seen.set(target, first ?? index);
  }
  return problems;
}
