export type PeriodWords =
  | { key: 'period.year'; values: { year: string } }
  | { key: 'period.quarter'; values: { year: string; quarter: string } }
  | { key: 'period.month'; month: string };

const roman = ['I', 'II', 'III', 'IV'];

/** A period as it is stored, `2026`, `2026-Q4` or `2026-11`, and the key of its words. */
export function periodWords(id: string): PeriodWords | undefined {
  if (/^\d{4}$/.test(id)) return { key: 'period.year', values: { year: id } };
  const quarter = /^(\d{4})-Q([1-4])$/.exec(id);
  if (quarter?.[1])
    return {
      key: 'period.quarter',
      values: { year: quarter[1], quarter: roman[Number(quarter[2]) - 1] ?? '' },
    };
  return /^\d{4}-\d{2}$/.test(id) ? { key: 'period.month', month: `${id}-01` } : undefined;
}
