import type { Mend, ProblemGroup, RowProblem, RowProblemCode } from '@simpul/contract/clearing/row';

/**
 * What may be done about a whole cause at once without making anything up. Every other problem is mended row by row,
 * in the file or on the screen.
 */
const mends: Partial<Record<RowProblemCode, readonly Mend[]>> = {
  date_excel_serial: ['read_serial_dates'],
  year_band: ['leave_out'],
  year_not_of_report: ['accept'],
  outside_period: ['leave_out', 'accept'],
  age_unreadable: ['mark_unknown'],
  age_out_of_range: ['mark_unknown'],
  nik_scientific: ['mark_unknown'],
  nik_not_digits: ['mark_unknown'],
  nik_length: ['mark_unknown'],
  nik_placeholder: ['mark_unknown'],
  nik_region: ['mark_unknown'],
  nik_date: ['mark_unknown'],
  nik_serial: ['mark_unknown'],
  nik_birth_mismatch: ['accept'],
  nik_sex_mismatch: ['accept'],
  passport_form: ['mark_unknown'],
  identity_number_form: ['mark_unknown'],
  unknown_value: ['translate_word', 'mark_unknown'],
  country_unknown: ['mark_unknown'],
  role_not_counted: ['leave_out'],
  not_trafficking: ['leave_out'],
  number_unreadable: ['mark_unknown'],
  sum_mismatch: ['accept'],
  duplicate_in_file: ['leave_out', 'accept'],
};
/** Fields that may be unknown although they are required; a date of counting may not. */
const mayBeUnknown = new Set(['sex', 'place', 'placeCode', 'placeName']);
const optionalDates = new Set(['incidentDate', 'birthDate', 'birthPlaceAndDate']);

export function mendsOf(problem: RowProblem): readonly Mend[] {
  const { code, field, params } = problem;
  if (code === 'area_code_name_mismatch')
    return params['fits'] === 'bps'
      ? ['use_bps_codes']
      : params['fits'] === 'kemendagri'
        ? ['use_kemendagri_codes']
        : [];
  if (code === 'area_code_system_unknown')
    return [
      ...(params['kemendagriName'] === undefined ? [] : (['use_kemendagri_codes'] as const)),
      ...(params['bpsName'] === undefined ? [] : (['use_bps_codes'] as const)),
    ];
  if (code === 'required_missing')
    return field !== null && mayBeUnknown.has(field) ? ['mark_unknown', 'leave_out'] : ['leave_out'];
  if (code === 'area_unknown') return ['translate_word', 'mark_unknown'];
  if (code === 'area_too_coarse' || code === 'area_name_ambiguous') return ['mark_unknown'];
  if (code.startsWith('date_') && field !== null && optionalDates.has(field))
    return [...(mends[code] ?? []), 'mark_unknown'];
  return mends[code] ?? [];
}

const wordOf = ({ code, params }: RowProblem): string | undefined => {
  const word =
    code === 'unknown_value' ? params['word'] : code === 'area_unknown' ? params['code'] : undefined;
  return word === undefined ? undefined : String(word);
};

const mostWords = 50;

/** Gathers problems while the rows stream by: by cause, one example each, largest first. */
export function createProblemGroups() {
  const groups = new Map<string, { group: ProblemGroup; lastRow: number; words: Map<string, number> }>();
  return {
    add(problems: readonly RowProblem[]): void {
      for (const problem of problems) {
        // What a code and its name disagree about decides what may be done, so it is part of the cause.
        const key = `${problem.code} ${problem.field ?? ''} ${problem.params['fits'] ?? ''}`;
        let entry = groups.get(key);
        if (!entry) {
          const { code, field, severity } = problem;
          const group: ProblemGroup = {
            code,
            field,
            severity,
            rows: 0,
            example: problem,
            words: [],
            mends: [...mendsOf(problem)],
          };
          entry = { group, lastRow: 0, words: new Map() };
          groups.set(key, entry);
        }
        const word = wordOf(problem);
        if (word !== undefined && (entry.words.has(word) || entry.words.size < mostWords))
          entry.words.set(word, (entry.words.get(word) ?? 0) + 1);
        if (entry.lastRow !== problem.row) entry.group.rows += 1;
        entry.lastRow = problem.row;
      }
    },
    groups: (): ProblemGroup[] =>
      [...groups.values()]
        .map(({ group, words }) => ({
          ...group,
          words: [...words].map(([word, rows]) => ({ word, rows })).toSorted((a, b) => b.rows - a.rows),
        }))
        .toSorted(
          (a, b) =>
            Number(b.severity === 'error') - Number(a.severity === 'error') ||
            b.rows - a.rows ||
            a.example.row - b.example.row,
        ),
  };
}
