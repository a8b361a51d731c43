import type { Movement, TrueCase, Truth } from './cases.ts';
import { addDays, ageOn } from './days.ts';
import { writePerson } from './distort.ts';
import type { Distortion, Habits, Written } from './distort.ts';
import type { Person } from './person.ts';
import type { Random } from './random.ts';
import type { Traps } from './traps.ts';

export type Role = 'victim' | 'suspect';
export type AgencyCode =
  | 'uptd-ppa-kaltim'
  | 'polda-kaltim-renakta'
  | 'dinsos-kaltim'
  | 'bp3mi-kalsel'
  | 'rsud-aws'
  | 'lbh-kaltim'
  | 'kejati-kaltim'
  | 'uptd-ppa-samarinda';

/** One row an agency is about to write, in codes; its form turns it into cells. */
export interface Sighting {
  agencyCode: AgencyCode;
  case: TrueCase;
  person: Person;
  role: Role;
  /** Year and quarter of the file follow this date, which means something else in each agency. */
  reportDate: string;
  written: Written;
  age: number;
  form: string;
  victimStatus: string;
  legalStage: string;
  service: string;
  femaleCount: number;
  maleCount: number;
  distortions: Distortion[];
}

interface Agency {
  habits: Habits;
  /** Chance that this agency meets this victim. */
  meets: (c: TrueCase, facts: { child: boolean; police: boolean }) => number;
  /** Days from detection to the date the agency counts by. */
  lag: readonly [number, number];
  status: string;
}

const noUnit = ['64.07', '64.09', '64.11'];
const moved: readonly Movement[] = ['internal_same_province', 'internal_interprovince', 'outbound'];
const habits = (h: Partial<Habits>): Habits => ({
  nik: 0.6,
  passport: false,
  nameError: 0.14,
  birthError: 0.1,
  initialsForChildren: 0,
  father: 0.25,
  ...h,
});

/** In the order in which a person usually meets them; the police decide whether the prosecutor does. */
export const agencies: Readonly<Record<AgencyCode, Agency>> = {
  'polda-kaltim-renakta': {
    habits: habits({ nik: 0.75, passport: true, initialsForChildren: 0.2 }),
    meets: (c) => (c.movement === 'outbound' ? 0.5 : 0.6),
    lag: [0, 10],
    status: 'identified',
  },
  'uptd-ppa-kaltim': {
    habits: habits({ nik: 0.62, nameError: 0.1 }),
    meets: (c) =>
      c.areaCode === '64.72'
        ? 0.18
        : noUnit.includes(c.areaCode)
          ? 0.6
          : moved.includes(c.movement)
            ? 0.42
            : 0.25,
    lag: [0, 20],
    status: 'identified',
  },
  'uptd-ppa-samarinda': {
    habits: habits({ nik: 0.58, nameError: 0.16 }),
    meets: (c) => (c.areaCode === '64.72' ? 0.72 : 0),
    lag: [0, 14],
    status: 'identified',
  },
  'dinsos-kaltim': {
    habits: habits({ nik: 0.74, father: 0.4 }),
    meets: (_, { child }) => (child ? 0.5 : 0.36),
    lag: [8, 60],
    status: 'presumed',
  },
  'bp3mi-kalsel': {
    habits: habits({ nik: 0.68, passport: true, father: 0.05 }),
    meets: (c) => (c.movement === 'outbound' ? 0.78 : 0),
    lag: [0, 12],
    status: 'presumed',
  },
  'rsud-aws': {
    habits: habits({ nik: 0.55, nameError: 0.2, birthError: 0.16, initialsForChildren: 0.3 }),
    meets: (c, { child }) => (c.form === 'sexual' || child ? 0.32 : 0.14),
    lag: [0, 9],
    status: 'presumed',
  },
  'lbh-kaltim': {
    habits: habits({ nik: 0.34, nameError: 0.18 }),
    meets: () => 0.26,
    lag: [5, 45],
    status: 'presumed',
  },
  'kejati-kaltim': {
    habits: habits({ nik: 0.7, nameError: 0.1, father: 0.5, initialsForChildren: 0.2 }),
    meets: (_, { police }) => (police ? 0.42 : 0),
    lag: [50, 150],
    status: 'identified',
  },
};

/** What an agency may call the same exploitation. */
const takenFor: Readonly<Record<string, readonly string[]>> = {
  sexual: ['forced_labour', 'forced_marriage'],
  forced_labour: ['servitude_domestic', 'extortion_oppression'],
  servitude_domestic: ['forced_labour'],
  forced_criminality: ['forced_labour'],
  child_labour: ['forced_labour', 'forced_begging'],
  forced_marriage: ['sexual', 'servitude_domestic'],
  forced_begging: ['child_labour'],
  illegal_adoption: ['other'],
  organ_removal: ['other'],
};

interface Look {
  root: Random;
  truth: Truth;
  case: TrueCase;
  person: Person;
  role: Role;
  agencyCode: AgencyCode;
  /** A second row of the same person in the same agency comes this much later. */
  laterBy?: number;
}
/** Offices with one date and stage for the whole case; the others see people one by one. */
const perCase: readonly AgencyCode[] = [
  'polda-kaltim-renakta',
  'kejati-kaltim',
  'uptd-ppa-kaltim',
  'uptd-ppa-samarinda',
];

function look({ root, truth, case: c, person, role, agencyCode, laterBy = 0 }: Look): Sighting {
  const agency = agencies[agencyCode];
  const ofRow = root.fork(`${c.id}/${role}/${person.id}/${agencyCode}/${laterBy}`);
  const ofCase = perCase.includes(agencyCode) ? root.fork(`${c.id}/${agencyCode}`) : ofRow;
  const reportDate = addDays(c.detectedOn, ofCase.int(...agency.lag) + laterBy);
  const legalStage = ofCase.pick(
    agencyCode === 'kejati-kaltim'
      ? ['file_incomplete', 'file_complete', 'prosecution', 'first_instance']
      : ['inquiry', 'investigation', 'investigation', 'file_complete'],
  );
  const child = ageOn(person.birthDate, c.detectedOn) < 18;
  const { written, distortions } = writePerson(ofRow, person, agency.habits, child);
  const differs = role === 'victim' && ofRow.chance(0.08);
  if (differs) distortions.push('form_differs');
  if (laterBy > 0) distortions.push('repeated_in_source');
  const victims = c.victimIds.flatMap((id) => truth.people.get(id) ?? []);
  return {
    agencyCode,
    case: c,
    person,
    role,
    reportDate,
    written,
    age: ageOn(written.birthDate ?? person.birthDate, reportDate),
    form: differs ? ofRow.pick(takenFor[c.form] ?? ['other']) : c.form,
    victimStatus: ofRow.chance(0.85) ? agency.status : 'reported',
    legalStage,
    service: ofRow.pick(['complaint_identification', 'health', 'social_rehab', 'legal_aid', 'repatriation']),
    femaleCount: victims.filter((p) => p.sex === 'female').length,
    maleCount: victims.filter((p) => p.sex === 'male').length,
    distortions,
  };
}

function agenciesOf(random: Random, c: TrueCase, child: boolean): AgencyCode[] {
  const met: AgencyCode[] = [];
  for (const [code, agency] of Object.entries(agencies) as [AgencyCode, Agency][])
    if (random.chance(agency.meets(c, { child, police: met.includes('polda-kaltim-renakta') })))
      met.push(code);
  if (met.length === 0) met.push(c.movement === 'outbound' ? 'bp3mi-kalsel' : 'polda-kaltim-renakta');
  return met.slice(0, 5);
}

function agenciesFor(random: Random, c: TrueCase, person: Person, role: Role, traps: Traps): AgencyCode[] {
  if (role === 'suspect')
    return random.chance(0.6) ? ['polda-kaltim-renakta', 'kejati-kaltim'] : ['polda-kaltim-renakta'];
  // The mix-up of their numbers shows only between files: one file with a number twice would be caught at import.
  if (person.id === traps.twins[0]) return ['polda-kaltim-renakta', 'uptd-ppa-kaltim'];
  if (person.id === traps.twins[1]) return ['polda-kaltim-renakta', 'uptd-ppa-kaltim', 'dinsos-kaltim'];
  return agenciesOf(random, c, ageOn(person.birthDate, c.detectedOn) < 18);
}

/** Every row of every agency until the last day, not yet in files. */
export function makeSightings(root: Random, truth: Truth, traps: Traps, lastDay: string): Sighting[] {
  const rows: Sighting[] = [];
  for (const c of truth.cases)
    for (const [role, ids] of [
      ['victim', c.victimIds],
      ['suspect', c.suspectIds],
    ] as const)
      for (const id of ids) {
        const person = truth.people.get(id);
        if (!person) throw new Error(`No person ${id}`);
        const random = root.fork(`${c.id}/${role}/${id}`);
        const codes = agenciesFor(random, c, person, role, traps);
        const one = { root, truth, case: c, person, role };
        for (const agencyCode of codes) rows.push(look({ ...one, agencyCode }));
        const again = codes.find((code) => !perCase.includes(code));
        if (again && role === 'victim' && random.chance(0.08))
          rows.push(look({ ...one, agencyCode: again, laterBy: random.int(15, 80) }));
      }
  for (const row of rows)
    // A wrong head count is the mistake of one police file, so all its rows carry it.
    if (row.agencyCode === 'polda-kaltim-renakta' && root.fork(`count/${row.case.id}`).chance(0.09)) {
      row.femaleCount += 1;
      row.distortions.push('count_differs');
    }
  return mixUpTwins(rows, traps).filter((row) => row.reportDate <= lastDay && row.reportDate >= '2022-01-01');
}

/** Dinsos writes the number of one twin on the row of the other: the same NIK on two people. */
function mixUpTwins(rows: Sighting[], { twins: [elder, younger] }: Traps): Sighting[] {
  const nik = rows.find((r) => r.person.id === elder)?.person.nik;
  return rows.map((row) => {
    if (row.agencyCode !== 'dinsos-kaltim' || row.person.id !== younger || !nik) return row;
    const kept = row.distortions.filter((d) => !d.startsWith('nik_') && !d.startsWith('birth_'));
    const written = { ...row.written, nik, birthDate: row.person.birthDate };
    return {
      ...row,
      written,
      age: ageOn(row.person.birthDate, row.reportDate),
      distortions: [...kept, 'nik_slip'],
    };
  });
}
