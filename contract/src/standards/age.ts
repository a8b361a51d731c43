import { boundsOf } from './partial-date.ts';
import type { PartialDate } from './partial-date.ts';

/** The legal boundary of childhood everywhere in this field (UU 21/2007 art. 1; Palermo Protocol art. 3(d)). */
export const adultAge = 18;

const bands = (table: readonly (readonly [number, string])[]) => {
  const downwards = table.toReversed();
  return (age: number): string => downwards.find(([from]) => age >= from)?.[1] ?? 'unknown';
};
const simfoni = bands([
  [0, '0-5'],
  [6, '6-12'],
  [13, '13-17'],
  [18, '18-24'],
  [25, '25-44'],
  [45, '45-59'],
  [60, '60+'],
]);
const ctdc = bands([
  [0, '0-8'],
  [9, '9-17'],
  [18, '18-20'],
  [21, '21-23'],
  [24, '24-26'],
  [27, '27-29'],
  [30, '30-38'],
  [39, '39-47'],
  [48, '48+'],
]);
const sdg = bands([
  [0, 'child'],
  [adultAge, 'adult'],
]);
const bandTables = { simfoni, ctdc, sdg } as const;
export type AgeBands = keyof typeof bandTables;

/** The age group of a whole number of years. */
export const ageBand = (of: AgeBands, age: number): string => bandTables[of](age);

/** Completed years between two full days; somebody born on 29 February completes the year on 1 March. */
export function yearsBetween(birth: string, on: string): number {
  const years = Number(on.slice(0, 4)) - Number(birth.slice(0, 4));
  return on.slice(5) < birth.slice(5) ? years - 1 : years;
}

export interface AgeRange {
  min: number;
  max: number;
}

/** The lowest and highest age somebody may have had, when both dates may be incomplete. */
export function ageRange(birth: PartialDate, on: PartialDate): AgeRange {
  const b = boundsOf(birth);
  const o = boundsOf(on);
  return { min: Math.max(0, yearsBetween(b.last, o.first)), max: yearsBetween(b.first, o.last) };
}

export type ChildAnswer = 'yes' | 'no' | 'uncertain';
export const isChild = ({ min, max }: AgeRange): ChildAnswer =>
  max < adultAge ? 'yes' : min >= adultAge ? 'no' : 'uncertain';

/** Protection treats somebody of uncertain age as a child; statistics do not (see `bandOfRange`). */
export const treatAs = (range: AgeRange): 'child' | 'adult' => (isChild(range) === 'no' ? 'adult' : 'child');

/** The band for statistics: unknown unless both bounds fall into one. */
export function bandOfRange(of: AgeBands, { min, max }: AgeRange): string {
  const band = ageBand(of, min);
  return band === ageBand(of, max) ? band : 'unknown';
}
