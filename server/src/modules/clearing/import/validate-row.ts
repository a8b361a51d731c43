import type { ColumnTarget, YearBasis } from '@simpul/contract/clearing/columns';
import type { SourceCase, SourceRow, StatedVictims } from '@simpul/contract/clearing/row';
import { isChild } from '@simpul/contract/standards/age';
import type { AgeRange } from '@simpul/contract/standards/age';
import { nikFitsBirth } from '@simpul/contract/standards/nik';
import { boundsOf, yearOf } from '@simpul/contract/standards/partial-date';
import { ageByBirth, ageFitsBirth, childFitsAge, narrowed } from './pair-rules.ts';
import type { ReadContext } from './read-case.ts';
import { oldestAge } from './read-values.ts';
import type { RowReport } from './row-report.ts';
import type { RowDraft } from './translate-row.ts';

export interface Period {
  /** Full days, both included. */
  first: string;
  last: string;
}
export interface ValidateContext extends ReadContext {
  /** The period the file is for; rows outside of it are pointed out. */
  period?: Period;
}

/** Holds the values of a row against each other. `undefined` while an error stands. */
export function validateRow(draft: RowDraft, c: ValidateContext): SourceRow | undefined {
  const { report, identity } = draft;
  const counting = countingYear(draft, c);
  checkRequired(draft, c);
  checkDates(draft, c);
  const ages = settleAges(draft);
  checkNik(draft);
  checkSums(draft.case.stated, report);
  if (report.problems.some((problem) => problem.severity === 'error') || counting === undefined)
    return undefined;
  const {
    ages: _a,
    saidChild,
    sex,
    placeCode,
    role,
    exploitation,
    labourSectors,
    services,
    charges,
    modus,
    ...rest
  } = draft.case;
  const done: SourceCase = {
    ...rest,
    ...counting,
    role: role ?? 'victim',
    sex: sex ?? 'unknown',
    placeCode: placeCode ?? null,
    exploitation: exploitation ?? [],
    labourSectors: labourSectors ?? [],
    services: services ?? [],
    charges: charges ?? [],
    ...(ages && ages.max <= oldestAge ? { ageMin: ages.min, ageMax: ages.max } : {}),
    child: ages ? isChild(ages) : saidChild === undefined ? 'unknown' : saidChild ? 'yes' : 'no',
  };
  return {
    row: report.row.number,
    // Free text may tell what happened to somebody. Where nobody is named there is nothing to seal it with: not taken.
    identity: identity && modus !== undefined ? { ...identity, modus } : identity,
    case: done,
    linkable: identity !== null && c.mapping.mapping.layout !== 'ctdc',
  };
}

/** A year of the basis the file is counted by; the basis that was really used is stored with it. */
function countingYear(
  { case: d, report }: RowDraft,
  c: ValidateContext,
): { countingYear: number; yearBasis: YearBasis } | undefined {
  const { yearBasis, layout } = c.mapping.mapping;
  const wanted = yearBasis ?? (layout === 'police' ? 'police' : 'report');
  const reported = d.reportDate === undefined ? undefined : yearOf(d.reportDate);
  const reportBasis = wanted === 'police' ? 'police' : 'report';
  const options: [YearBasis, number | undefined][] = [
    [reportBasis, reported],
    ['registration', d.registrationYear],
  ];
  if (wanted === 'registration') options.reverse();
  if (wanted === 'offence')
    options.unshift(['offence', d.incidentDate === undefined ? undefined : yearOf(d.incidentDate)]);
  for (const [basis, year] of options)
    if (year !== undefined) return { countingYear: year, yearBasis: basis };
  // A date that could not be read has already been reported.
  if (!report.has('reportDate', 'registrationYear', 'incidentDate'))
    report.say('required_missing', mapped(c, 'reportDate', 'registrationYear'));
  return undefined;
}

const mapped = (c: ReadContext, ...targets: [ColumnTarget, ...ColumnTarget[]]): ColumnTarget =>
  targets.find((target) => c.mapping.byTarget.has(target)) ?? targets[0];

function checkRequired({ case: d, report }: RowDraft, c: ReadContext): void {
  if (d.sex === undefined && !report.has('sex')) {
    // A value that was there and is gone was decided about: "mark unknown".
    if (report.cell('sex') || report.say('required_missing', 'sex') === 'mark_unknown') d.sex = 'unknown';
  }
  const places = ['place', 'placeCode', 'placeName'] as const;
  if (d.placeCode === undefined && !report.has(...places)) {
    if (
      places.some((p) => report.cell(p)) ||
      report.say('required_missing', mapped(c, ...places)) === 'mark_unknown'
    )
      d.placeCode = null;
  }
}

function checkDates({ case: d, identity, report }: RowDraft, c: ValidateContext): void {
  const { reportDate, incidentDate, registrationYear } = d;
  if (reportDate && incidentDate && boundsOf(incidentDate).first > boundsOf(reportDate).last)
    report.say('incident_after_report', 'incidentDate');
  if (reportDate && registrationYear !== undefined && registrationYear !== yearOf(reportDate))
    report.say('year_not_of_report', 'registrationYear', { year: yearOf(reportDate) });
  const event = incidentDate ?? reportDate;
  if (identity?.birthDate && event && boundsOf(identity.birthDate).first > boundsOf(event).last)
    report.say('birth_after_incident', 'birthDate');
  const counted = reportDate ?? (registrationYear === undefined ? undefined : String(registrationYear));
  if (c.period && counted !== undefined) {
    const { first, last } = boundsOf(counted);
    if (last < c.period.first || first > c.period.last)
      report.say('outside_period', reportDate ? 'reportDate' : 'registrationYear', {
        first: c.period.first,
        last: c.period.last,
      });
  }
}

/** The ages the row allows: as stated, else from the birth date; what contradicts is reported. */
function settleAges({ case: d, identity, report }: RowDraft): AgeRange | undefined {
  const { ages } = d;
  const born = ageByBirth(identity?.birthDate, d);
  if (ages && born && !ageFitsBirth(ages, born)) {
    const field: ColumnTarget = report.cell('age') ? 'age' : 'ageGroup';
    report.say('age_birth_mismatch', field, {}, undefined);
  }
  const known = ages ?? born;
  if (!known || d.saidChild === undefined) return known;
  if (!childFitsAge(d.saidChild, known)) report.say('child_age_mismatch', 'child');
  return narrowed(known, d.saidChild);
}

function checkNik({ nik, identity, case: d, report }: RowDraft): void {
  if (!nik) return;
  const field: ColumnTarget = report.cell('nationalId') ? 'nationalId' : 'identityNumber';
  if (identity?.birthDate && !nikFitsBirth(nik, identity.birthDate)) report.say('nik_birth_mismatch', field);
  if ((d.sex === 'female' || d.sex === 'male') && d.sex !== nik.sex) report.say('nik_sex_mismatch', field);
}

/** Parts of a stated number must give the whole (domain.md 3.24-10). */
function checkSums(stated: StatedVictims | undefined, report: RowReport): void {
  if (stated?.total === undefined) return;
  const { total, female, male, child, adult } = stated;
  const pairs = [
    [female, male],
    [child, adult],
  ] as const;
  for (const [a, b] of pairs) {
    const sum = (a ?? 0) + (b ?? 0);
    const complete = a !== undefined && b !== undefined;
    if (complete ? sum !== total : sum > total) {
      report.say('sum_mismatch', 'victimTotal', { total, sum });
      return;
    }
  }
}
