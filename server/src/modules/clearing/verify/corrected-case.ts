import type { z } from 'zod';
import type { YearBasis } from '@simpul/contract/clearing/columns';
import type { SourceCase } from '@simpul/contract/clearing/row';
import type { CorrectRow } from '@simpul/contract/clearing/verify';
import { type AgeRange, isChild } from '@simpul/contract/standards/age';
import { yearOf } from '@simpul/contract/standards/partial-date';
import { AppError, type FieldProblem } from '../../../platform/errors.ts';
import type { AreaLookup } from '../import/areas.ts';
import { ageByBirth, ageFitsBirth, childFitsAge, narrowed } from '../import/pair-rules.ts';

export type Changes = z.infer<typeof CorrectRow>['changes'];
export interface CorrectionContext {
  birthDate: string | undefined;
  areas: AreaLookup;
  today: string;
}
type Refuse = (
  field: keyof Changes,
  code: string,
  message: string,
  params?: FieldProblem['params'],
) => undefined;

/**
 * What the row says after a correction, held to the rules of an imported row: whether it is a child follows from the
 * age unless it was said too, the year is one of a date of the row, areas are kab/kota. What an import only warns of
 * is no hindrance: the reason stands beside the correction.
 */
export function correctedCase(data: SourceCase, c: Changes, o: CorrectionContext): SourceCase {
  const errors: FieldProblem[] = [];
  const refuse: Refuse = (field, code, message, params) => {
    errors.push({ path: `changes.${field}`, code, message, ...(params ? { params } : {}) });
    return undefined;
  };
  const { ageMin: _min, ageMax: _max, originCode, victimStatus, legalStage, ...rest } = data;
  const optional = {
    originCode: area('originCode', c, o, refuse) ?? (c.originCode === undefined ? originCode : undefined),
    victimStatus: c.victimStatus === undefined ? victimStatus : (c.victimStatus ?? undefined),
    legalStage: c.legalStage === undefined ? legalStage : (c.legalStage ?? undefined),
  };
  const done: SourceCase = {
    ...rest,
    ...(Object.fromEntries(
      Object.entries(optional).filter(([, v]) => v !== undefined),
    ) as Partial<SourceCase>),
    ...(c.placeCode === undefined ? {} : { placeCode: area('placeCode', c, o, refuse) ?? null }),
    ...(c.sex === undefined ? {} : { sex: c.sex }),
    ...agesAndChild(data, c, o, refuse),
    ...(c.countingYear === undefined ? {} : yearOfRow(data, c.countingYear, o, refuse)),
    ...(c.form === undefined
      ? {}
      : { exploitation: [c.form, ...data.exploitation.filter((f) => f !== c.form)] }),
  };
  if (errors.length > 0) throw new AppError('invalid', { errors });
  return done;
}

function area(
  field: 'placeCode' | 'originCode',
  c: Changes,
  { areas }: CorrectionContext,
  refuse: Refuse,
): string | undefined {
  const code = c[field];
  if (code === undefined || code === null) return undefined;
  if (areas.byCode(code)) return code;
  return refuse(
    field,
    areas.isProvince(code) ? 'area_too_coarse' : 'area_unknown',
    `${code} is no regency or city: choose one, or leave it empty when it is not known.`,
    { code },
  );
}

const answers = { yes: true, no: false } as const;
const said = (child: SourceCase['child'] | undefined): boolean | undefined =>
  child === 'yes' || child === 'no' ? answers[child] : undefined;

function agesAndChild(
  data: SourceCase,
  c: Changes,
  o: CorrectionContext,
  refuse: Refuse,
): Partial<SourceCase> {
  const before: AgeRange | undefined =
    data.ageMin === undefined || data.ageMax === undefined
      ? undefined
      : { min: data.ageMin, max: data.ageMax };
  const born = ageByBirth(o.birthDate, data);
  const ages =
    c.age === undefined ? before : c.age === null ? born : ({ min: c.age, max: c.age } satisfies AgeRange);
  if (c.age !== undefined && ages && born && !ageFitsBirth(ages, born))
    refuse('age', 'age_birth_mismatch', 'Check the age against the date of birth of the row.', {
      age: ages.min,
    });
  if (!ages) return { child: c.child ?? data.child };
  const bounds = (range: AgeRange) => ({ ageMin: range.min, ageMax: range.max, child: isChild(range) });
  const saidChild = said(c.child);
  if (c.child === undefined)
    return c.age === undefined ? { ...bounds(ages), child: data.child } : bounds(ages);
  const fits = saidChild === undefined ? c.child === isChild(ages) : childFitsAge(saidChild, ages);
  if (!fits)
    refuse(
      'child',
      'child_age_mismatch',
      'A child is under 18 years: correct the age or this answer, so that they agree.',
      { min: ages.min, max: ages.max },
    );
  return bounds(saidChild === undefined ? ages : narrowed(ages, saidChild));
}

/** A year may be corrected to that of another date of the row; the basis then says which. */
function yearOfRow(
  data: SourceCase,
  year: number,
  { today }: CorrectionContext,
  refuse: Refuse,
): Pick<SourceCase, 'countingYear' | 'yearBasis'> | undefined {
  if (year > Number(today.slice(0, 4)))
    return refuse('countingYear', 'date_future', 'This year has not come yet: check it.', { year });
  const reported = data.reportDate === undefined ? undefined : yearOf(data.reportDate);
  const offence = data.incidentDate === undefined ? undefined : yearOf(data.incidentDate);
  const known: [YearBasis, number | undefined][] = [
    [data.yearBasis === 'police' ? 'police' : 'report', reported],
    ['registration', data.registrationYear],
    ['offence', offence],
  ];
  const own = known.toSorted((a, b) => Number(b[0] === data.yearBasis) - Number(a[0] === data.yearBasis));
  const basis = own.find(([, of]) => of === year)?.[0];
  if (basis) return { countingYear: year, yearBasis: basis };
  const years = [...new Set(known.flatMap(([, of]) => (of === undefined ? [] : [of])))].sort();
  return refuse(
    'countingYear',
    'year_not_of_row',
    'No date of this row is in that year. Choose a year of the row, or exclude it and hand it in again with its right date.',
    { year, years: years.join(', ') },
  );
}
