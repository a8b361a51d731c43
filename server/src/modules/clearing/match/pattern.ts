import type { PairField, PairPattern } from '@simpul/contract/clearing/round';
import type { SourceCase, SourceIdentity } from '@simpul/contract/clearing/row';
import { nameKey } from '@simpul/contract/standards/name';
import { mayBeSameDay } from '@simpul/contract/standards/partial-date';

export interface Side {
  identity: SourceIdentity;
  case: SourceCase;
}
type Agreement = PairPattern[number]['agreement'];

/** `2w13l`: words and letters; the page says it in the reader's language. */
function nameShape(name: string): string {
  const words = name.trim().split(/\s+/);
  return `${words.length}w${words.join('').length}l`;
}
const digitsShape = (text: string): string => `${text.length}d`;
/** Which parts of a date are known, never which they are. */
const dateShape = (date: string): string => ['y', 'ym', 'ymd'][date.split('-').length - 1] ?? 'y';

function nameAgreement(a: string, b: string): Agreement {
  const x = nameKey(a);
  const y = nameKey(b);
  if (!x || !y) return 'missing';
  if (x === y) return 'equal';
  const shared = x.split(' ').filter((w) => y.split(' ').includes(w)).length;
  return shared > 0 ? 'close' : 'different';
}
function dateAgreement(a: string, b: string): Agreement {
  if (a === b) return 'equal';
  if (mayBeSameDay(a, b)) return 'close';
  return a.slice(0, 4) === b.slice(0, 4) ? 'close' : 'different';
}
function dayAgreement(a: string, b: string): Agreement {
  if (a === b) return 'equal';
  const days = Math.abs(Date.parse(a) - Date.parse(b)) / 86_400_000;
  return days <= 31 ? 'close' : 'different';
}
const sameText = (a: string, b: string): Agreement => (a === b ? 'equal' : 'different');

const ageOf = (c: SourceCase): string | undefined =>
  c.ageMin === undefined
    ? undefined
    : c.ageMin === c.ageMax
      ? `${c.ageMin}`
      : `${c.ageMin}-${c.ageMax ?? ''}`;
function ageAgreement(a: string, b: string): Agreement {
  if (a === b) return 'equal';
  return Math.abs(Number.parseInt(a) - Number.parseInt(b)) <= 1 ? 'close' : 'different';
}

interface Comparison {
  field: PairField;
  of: (s: Side) => string | undefined;
  compare: (a: string, b: string) => Agreement;
  mask?: (value: string) => string;
}
const comparisons: Comparison[] = [
  { field: 'name', of: (s) => s.identity.name, compare: nameAgreement, mask: nameShape },
  { field: 'nik', of: (s) => s.identity.nik, compare: sameText, mask: digitsShape },
  { field: 'passport', of: (s) => s.identity.passport, compare: sameText, mask: digitsShape },
  { field: 'birthDate', of: (s) => s.identity.birthDate, compare: dateAgreement, mask: dateShape },
  { field: 'sex', of: (s) => (s.case.sex === 'unknown' ? undefined : s.case.sex), compare: sameText },
  { field: 'age', of: (s) => ageOf(s.case), compare: ageAgreement },
  { field: 'origin', of: (s) => s.case.originCode, compare: sameText },
  { field: 'place', of: (s) => s.case.placeCode ?? undefined, compare: sameText },
  { field: 'reportDate', of: (s) => s.case.reportDate, compare: dayAgreement },
  { field: 'form', of: (s) => s.case.exploitation[0], compare: sameText },
  { field: 'caseNo', of: (s) => s.case.caseNo, compare: sameText },
  { field: 'countingYear', of: (s) => String(s.case.countingYear), compare: sameText },
];

/** How two rows agree, field by field. Identity leaves this function as shapes only. */
export function pairPattern(a: Side, b: Side): PairPattern {
  return comparisons.map(({ field, of, compare, mask }) => {
    const x = of(a);
    const y = of(b);
    const show = (value: string | undefined) => (value === undefined ? null : mask ? mask(value) : value);
    return {
      field,
      agreement: x === undefined || y === undefined ? 'missing' : compare(x, y),
      a: show(x),
      b: show(y),
      masked: mask !== undefined,
    };
  });
}

const weights: Record<Agreement, number> = { equal: 1, close: 0.4, different: -0.6, missing: 0 };
const heavy: Partial<Record<PairField, number>> = { nik: 4, passport: 4, name: 2, birthDate: 2 };

/** Order of the queue only: clear pairs first. Not a probability. */
export const patternScore = (pattern: PairPattern): number =>
  pattern.reduce((sum, p) => sum + weights[p.agreement] * (heavy[p.field] ?? 1), 0);

/** A pair that can be decided in bulk: equal NIK, and nothing of name, birth date and sex speaks against it. */
export function isClear(pattern: PairPattern): boolean {
  const of = (field: PairField) => pattern.find((p) => p.field === field)?.agreement;
  return (
    of('nik') === 'equal' && of('name') === 'equal' && of('birthDate') === 'equal' && of('sex') === 'equal'
  );
}
