import { adultAge, ageRange, isChild } from '@simpul/contract/standards/age';
import type { AgeRange } from '@simpul/contract/standards/age';
import type { SourceCase } from '@simpul/contract/clearing/row';

/** Rules between two values of a row; the same for a row of a file and for a correction by hand. */

type Dates = Pick<SourceCase, 'incidentDate' | 'reportDate' | 'registrationYear'>;

/** The age at the event that the birth date gives; undefined where one of them is not known. */
export function ageByBirth(birthDate: string | undefined, d: Dates): AgeRange | undefined {
  const event =
    d.incidentDate ??
    d.reportDate ??
    (d.registrationYear === undefined ? undefined : String(d.registrationYear));
  return birthDate && event ? ageRange(birthDate, event) : undefined;
}

/** One year of slack: files state the age at the report, at the incident or as counted in the year. */
export const ageFitsBirth = (ages: AgeRange, born: AgeRange): boolean =>
  ages.max >= born.min - 1 && ages.min <= born.max + 1;

export const childFitsAge = (saidChild: boolean, ages: AgeRange): boolean =>
  saidChild ? ages.min < adultAge : ages.max >= adultAge;

/** Where the age leaves both open, what was said decides. */
export function narrowed(ages: AgeRange, saidChild: boolean): AgeRange {
  if (isChild(ages) !== 'uncertain') return ages;
  return saidChild ? { min: ages.min, max: adultAge - 1 } : { min: adultAge, max: ages.max };
}
