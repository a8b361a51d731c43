import { makeTruth } from './cases.ts';
import type { TrueCase } from './cases.ts';
import { quarterOf, yearOf } from './days.ts';
import type { Distortion, Written } from './distort.ts';
import { agencyForms } from './forms.ts';
import type { AgencyForm, FormName } from './forms.ts';
import type { Person } from './person.ts';
import { loadPlaces } from './places.ts';
import type { Places } from './places.ts';
import { makeRandom } from './random.ts';
import { makeSightings } from './sightings.ts';
import type { AgencyCode, Role, Sighting } from './sightings.ts';
import { plantTraps } from './traps.ts';
import type { Traps } from './traps.ts';

export interface Period {
  year: number;
  quarter: number;
}

/** What one agency hands in for one quarter: cells as text under its own headings. */
export interface Submission {
  agencyCode: AgencyCode;
  form: FormName;
  period: Period;
  headings: string[];
  rows: string[][];
}

/** Who a row is really about. For tests only: nothing of it may reach a database or a file. */
export interface RowTruth {
  agencyCode: AgencyCode;
  period: Period;
  /** Index in the submission's `rows`. */
  row: number;
  personId: string;
  caseId: string;
  role: Role;
  reportDate: string;
  incidentDate: string;
  written: Written;
  form: string;
  distortions: readonly Distortion[];
}

export interface Province {
  /** Closed quarters and the agencies that have handed in the last one. */
  submissions: Submission[];
  /** Triwulan IV 2024 of the agencies that have not: their files are those of examples/. */
  open: Submission[];
  truth: {
    rows: RowTruth[];
    people: ReadonlyMap<string, Person>;
    cases: readonly TrueCase[];
    traps: Traps;
  };
}

export const provinceSeed = 642022;
export const openPeriod: Period = { year: 2024, quarter: 4 };
export const openAgencies: readonly AgencyCode[] = ['uptd-ppa-kaltim', 'polda-kaltim-renakta', 'lbh-kaltim'];
const lastDay = '2024-12-31';

const shortNames: Readonly<Record<AgencyCode, string>> = {
  'uptd-ppa-kaltim': 'UPTD',
  'polda-kaltim-renakta': 'LP/B/RENAKTA',
  'dinsos-kaltim': 'DINSOS',
  'bp3mi-kalsel': 'BA/BP3MI',
  'rsud-aws': 'AWS',
  'lbh-kaltim': 'LBH',
  'kejati-kaltim': 'SPDP/KEJATI',
  'uptd-ppa-samarinda': 'UPTD-SMD',
};

/** One number per case and agency, counted anew each year; CONTOH in it says that no such case exists. */
function caseNumbers(agencyCode: AgencyCode, rows: readonly Sighting[]): Map<string, string> {
  const numbers = new Map<string, string>();
  const perYear = new Map<number, number>();
  for (const { case: c, reportDate } of rows) {
    if (numbers.has(c.id)) continue;
    const year = yearOf(reportDate);
    const count = (perYear.get(year) ?? 0) + 1;
    perYear.set(year, count);
    numbers.set(c.id, `${shortNames[agencyCode]}/${String(count).padStart(3, '0')}/CONTOH/${year}`);
  }
  return numbers;
}

const byDate = (a: Sighting, b: Sighting) =>
  a.reportDate === b.reportDate
    ? `${a.case.id}${a.person.id}`.localeCompare(`${b.case.id}${b.person.id}`, 'en')
    : a.reportDate < b.reportDate
      ? -1
      : 1;
const quarterKey = (s: Sighting) => `${yearOf(s.reportDate)}-${quarterOf(s.reportDate)}`;

function fileAll(form: AgencyForm, all: readonly Sighting[], places: Places) {
  const rows = all.filter((s) => s.agencyCode === form.agencyCode).sort(byDate);
  const numbers = caseNumbers(form.agencyCode, rows);
  return [...Map.groupBy(rows, quarterKey).values()].map((inQuarter) => {
    const date = inQuarter[0]?.reportDate ?? lastDay;
    const period = { year: yearOf(date), quarter: quarterOf(date) };
    const submission: Submission = {
      agencyCode: form.agencyCode,
      form: form.form,
      period,
      headings: form.columns.map((c) => c.heading),
      rows: inQuarter.map((s, i) =>
        form.columns.map((c) =>
          c.cell(s, { number: i + 1, caseNumber: numbers.get(s.case.id) ?? '', places }),
        ),
      ),
    };
    const truth: RowTruth[] = inQuarter.map((s, row) => ({
      agencyCode: form.agencyCode,
      period,
      row,
      personId: s.person.id,
      caseId: s.case.id,
      role: s.role,
      reportDate: s.reportDate,
      incidentDate: s.case.incidentDate,
      written: s.written,
      form: s.form,
      distortions: s.distortions,
    }));
    return { submission, truth };
  });
}

export const isOpen = ({ agencyCode, period }: Pick<Submission, 'agencyCode' | 'period'>): boolean =>
  openAgencies.includes(agencyCode) &&
  period.year === openPeriod.year &&
  period.quarter === openPeriod.quarter;

/** An invented Kalimantan Timur, 2022 to 2024, as eight offices wrote it down. Same seed, same province. */
export async function makeProvince(seed = provinceSeed): Promise<Province> {
  const places = await loadPlaces();
  const random = makeRandom(seed, 'kaltim');
  const truth = makeTruth(random, places);
  const traps = plantTraps(truth);
  const sightings = makeSightings(random, truth, traps, lastDay);
  const files = agencyForms.flatMap((form) => fileAll(form, sightings, places));
  const submissions = files.map((f) => f.submission);
  const inTime = (a: Submission, b: Submission) =>
    a.period.year - b.period.year || a.period.quarter - b.period.quarter;
  return {
    submissions: submissions.filter((s) => !isOpen(s)).sort(inTime),
    open: submissions.filter(isOpen),
    truth: { rows: files.flatMap((f) => f.truth), people: truth.people, cases: truth.cases, traps },
  };
}
