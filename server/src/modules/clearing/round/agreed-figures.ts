import type { AgreedFigure } from '../../figures/index.ts';
import type { CountedRound } from './count-round.ts';

export interface CountedRow {
  id: string;
  sex: string;
  child: string;
  form: string;
  place: string | null;
}

/** The value most rows of a person give, unknown only when no row knows; ties by name, so the result is stable. */
function agreedValue(values: readonly string[], unknown: string): string {
  const counts = new Map<string, number>();
  for (const v of values) if (v !== unknown) counts.set(v, (counts.get(v) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? unknown;
}

/**
 * Totals of cases and victims, and victims by one attribute at a time. Never crossed: with a handful of victims
 * a year two attributes together would point at a person (standards.md section 10).
 */
export function agreedFigures(rows: readonly CountedRow[], counted: CountedRound): AgreedFigure[] {
  const persons = new Map<string, CountedRow[]>();
  for (const r of rows) {
    const person = counted.person.get(r.id);
    if (person !== undefined) persons.set(person, [...(persons.get(person) ?? []), r]);
  }
  const victims = [...persons.values()].map((own) => ({
    sex: agreedValue(
      own.map((r) => r.sex),
      'unknown',
    ),
    child: agreedValue(
      own.map((r) => (r.child === 'uncertain' ? 'unknown' : r.child)),
      'unknown',
    ),
    form: agreedValue(
      own.map((r) => r.form),
      'unknown',
    ),
    place: agreedValue(
      own.map((r) => r.place ?? 'unknown'),
      'unknown',
    ),
  }));
  const by = (dimension: 'sex' | 'child' | 'form' | 'place'): AgreedFigure[] => {
    const counts = new Map<string, number>();
    for (const v of victims) counts.set(v[dimension], (counts.get(v[dimension]) ?? 0) + 1);
    return [...counts]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([code, value]) => ({ measure: 'victims', unit: 'victim', dimension, code, value }));
  };
  return [
    { measure: 'cases', unit: 'case', dimension: null, code: null, value: counted.cases },
    { measure: 'victims', unit: 'victim', dimension: null, code: null, value: counted.victims },
    ...by('sex'),
    ...by('child'),
    ...by('form'),
    ...by('place'),
  ];
}
