import { withFather } from './names.ts';
import type { Person } from './person.ts';
import type { Random } from './random.ts';

/** What went wrong between a person and the row an agency wrote. */
export type Distortion =
  | 'name_old_spelling'
  | 'name_letter_slip'
  | 'name_truncated'
  | 'name_initials'
  | 'name_swapped'
  | 'name_word_dropped'
  | 'name_joined'
  | 'name_father_added'
  | 'name_title_added'
  | 'name_alias_only'
  | 'birth_day_month_swapped'
  | 'birth_year_only'
  | 'birth_missing'
  | 'nik_missing'
  | 'nik_slip'
  | 'form_differs'
  | 'count_differs'
  | 'repeated_in_source';

/** Identity as one agency wrote it down. */
export interface Written {
  name: string;
  nik: string;
  passport: string;
  birthDate: string | null;
}

/** How an agency works: the chance that a number is asked for, and how carefully names and dates are typed. */
export interface Habits {
  nik: number;
  passport: boolean;
  nameError: number;
  birthError: number;
  /** Names of children are shortened to initials. */
  initialsForChildren: number;
  /** The father's name is written with bin or binti. */
  father: number;
}

const oldSpelling = (name: string) =>
  name
    .replace(/u(?=[^aeiou]|$)/, 'oe')
    .replace(/\bY(?=[aou])/, 'J')
    .replace(/j(?=[aeiou])/, 'dj');

const slips: readonly (readonly [RegExp, string])[] = [
  [/^Siti\b/, 'Sitti'],
  [/^Nur/, 'Noor'],
  [/^Muhammad\b/, 'Moh.'],
  [/ah\b/, 'a'],
  [/v/, 'f'],
  [/ff?/, 'p'],
  [/sy/, 's'],
  [/dh/, 'd'],
  [/th/, 't'],
  [/([aeiou])n\b/, '$1nn'],
  [/i\b/, 'y'],
  [/([^aeiou\s])\1/, '$1'],
  [/a([^aeiou\s])a/, 'a$1$1a'],
  [/o/, 'u'],
  [/u/, 'o'],
];
function letterSlip(random: Random, name: string): string {
  const changed = slips.map(([from, to]) => name.replace(from, to)).filter((n) => n !== name);
  return changed.length > 0 ? random.pick(changed.slice(0, 4)) : name;
}

const initials = (name: string) =>
  name
    .split(/\s+/)
    .map((w) => `${w[0] ?? ''}.`)
    .join('');

type NameError = readonly [Distortion, (random: Random, p: Person) => string, number];
const nameErrors: readonly NameError[] = [
  ['name_letter_slip', (r, p) => letterSlip(r, p.name.full), 10],
  ['name_old_spelling', (_, p) => oldSpelling(p.name.full), 4],
  ['name_truncated', (_, p) => p.name.full.slice(0, 12).trim(), 3],
  ['name_swapped', (_, p) => p.name.full.split(' ').toReversed().join(' '), 3],
  ['name_word_dropped', (_, p) => p.name.full.split(' ').slice(0, -1).join(' '), 5],
  [
    'name_joined',
    (_, p) =>
      p.name.full
        .replace(' ', '')
        .toLowerCase()
        .replace(/^./, (c) => c.toUpperCase()),
    2,
  ],
  ['name_title_added', (_, p) => `${p.sex === 'female' ? 'Sdri.' : 'Sdr.'} ${p.name.full}`, 3],
  ['name_alias_only', (_, p) => p.nickname ?? '', 8],
];

function writeName(random: Random, p: Person, habits: Habits, child: boolean): [string, Distortion[]] {
  if (child && random.chance(habits.initialsForChildren)) return [initials(p.name.full), ['name_initials']];
  if (random.chance(habits.nameError)) {
    const possible = nameErrors
      .map(([kind, make, weight]) => [[kind, make(random, p)] as const, weight] as const)
      .filter(([[, name]]) => name.length > 2 && name !== p.name.full);
    const [kind, name] = random.weighted(possible);
    return [name, [kind]];
  }
  if (p.name.father && random.chance(habits.father))
    return [withFather(p.name, p.sex), ['name_father_added']];
  return [p.name.full, []];
}

function writeBirth(random: Random, p: Person, habits: Habits): [string | null, Distortion[]] {
  const [year = '', month = '', day = ''] = p.birthDate.split('-');
  if (!random.chance(habits.birthError)) return [p.birthDate, []];
  const swappable = Number(day) <= 12 && day !== month;
  const kind = random.weighted<Distortion>([
    ['birth_day_month_swapped', swappable ? 8 : 0],
    ['birth_year_only', 3],
    ['birth_missing', 3],
  ]);
  if (kind === 'birth_day_month_swapped') return [`${year}-${day}-${month}`, [kind]];
  if (kind === 'birth_year_only') return [`${year}-01-01`, [kind]];
  return [null, [kind]];
}

function slipNik(random: Random, nik: string): string {
  const at = random.int(13, 15);
  const digit = (Number(nik[at]) + random.int(1, 9)) % 10;
  const slipped = `${nik.slice(0, at)}${digit}${nik.slice(at + 1)}`;
  return slipped.endsWith('9000') ? nik.replace(/.$/, '7') : slipped;
}

/**
 * Rows of closed periods have passed an import, so a mistake that a careful import refuses never occurs here: where
 * the birth date is wrong, no number stands beside it that would give the mistake away.
 */
export function writePerson(
  random: Random,
  p: Person,
  habits: Habits,
  child: boolean,
): { written: Written; distortions: Distortion[] } {
  const [name, nameKinds] = writeName(random, p, habits, child);
  const [birthDate, birthKinds] = writeBirth(random, p, habits);
  const distortions = [...nameKinds, ...birthKinds];
  const contradicts = birthDate !== null && birthDate !== p.birthDate;
  const asked = random.chance(habits.nik);
  let nik = '';
  if (p.nik && asked && !contradicts) {
    const slipped = random.chance(0.05);
    nik = slipped ? slipNik(random, p.nik) : p.nik;
    if (slipped) distortions.push('nik_slip');
  } else distortions.push('nik_missing');
  const passport = habits.passport && p.passport && random.chance(0.85) ? p.passport : '';
  return { written: { name, nik, passport, birthDate }, distortions };
}
