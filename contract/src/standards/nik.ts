/**
 * The population number (NIK): PPKKCC of the place of issue, birth as DDMMYY with 40 added to the day of a woman,
 * and a serial of four digits. It has no check digit. The region is where it was first issued, often long ago, so
 * codes that have since been abolished or moved to another province are valid.
 */
export const nikProblems = [
  'nik_scientific',
  'nik_not_digits',
  'nik_length',
  'nik_placeholder',
  'nik_region',
  'nik_date',
  'nik_serial',
] as const;
export type NikProblem = (typeof nikProblems)[number];

export interface Nik {
  nik: string;
  /** Six digits, province, kab/kota and kecamatan of issue. */
  region: string;
  sex: 'female' | 'male';
  /** The century is not in the number. */
  birth: { day: number; month: number; yearInCentury: number };
  serial: string;
}
export type ParsedNik = { ok: true; nik: Nik } | { ok: false; problems: NikProblem[] };

/** Every province code ever issued in a NIK; 54 was Timor Timur. */
const provinces = new Set(
  '11 12 13 14 15 16 17 18 19 21 31 32 33 34 35 36 51 52 53 54 61 62 63 64 65 71 72 73 74 75 76 81 82 91 92 93 94 95 96 97'.split(
    ' ',
  ),
);

/** Blanks, dots, dashes and the apostrophe that keeps spreadsheets from counting are not part of a number. */
export const bareNumber = (text: string): string => text.normalize('NFKC').replaceAll(/[\s.\-_'’]/g, '');

function isPlaceholder(digits: string): boolean {
  return (
    /^(\d)\1+$/.test(digits) || '01234567890123456789'.includes(digits) || digits.slice(6) === '0000000000'
  );
}

export interface NikOptions {
  /** Says whether a kecamatan code was ever issued. Without it only the province is looked at. */
  isRegion?: (code: string) => boolean;
}

export function parseNik(text: string, options: NikOptions = {}): ParsedNik {
  // 6.47201E+15: the last digits are gone and cannot be brought back.
  if (/^\d(?:[.,]\d+)?e\+?\d+$/i.test(text.trim())) return { ok: false, problems: ['nik_scientific'] };
  const digits = bareNumber(text);
  if (!/^\d+$/.test(digits)) return { ok: false, problems: ['nik_not_digits'] };
  if (isPlaceholder(digits)) return { ok: false, problems: ['nik_placeholder'] };
  if (digits.length !== 16) return { ok: false, problems: ['nik_length'] };

  const problems: NikProblem[] = [];
  const region = digits.slice(0, 6);
  const regionKnown =
    provinces.has(region.slice(0, 2)) &&
    region.slice(2, 4) !== '00' &&
    region.slice(4, 6) !== '00' &&
    (options.isRegion?.(region) ?? true);
  if (!regionKnown) problems.push('nik_region');

  const dayField = Number(digits.slice(6, 8));
  const female = dayField > 40;
  const day = female ? dayField - 40 : dayField;
  const month = Number(digits.slice(8, 10));
  const yearInCentury = Number(digits.slice(10, 12));
  // 29 February stays possible for any year that is a leap year in one of the two centuries.
  const longest = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
  const leapDayInNoCentury = month === 2 && day === 29 && yearInCentury % 4 !== 0;
  if (longest === undefined || day < 1 || day > longest || leapDayInNoCentury) problems.push('nik_date');

  const serial = digits.slice(12);
  if (serial === '0000') problems.push('nik_serial');
  if (problems.length > 0) return { ok: false, problems };
  const sex = female ? 'female' : 'male';
  return { ok: true, nik: { nik: digits, region, sex, birth: { day, month, yearInCentury }, serial } };
}

/** Whether the number and a birth date, as far as that is known, may belong together. */
export function nikFitsBirth(nik: Nik, birth: string): boolean {
  const [year, month, day] = birth.split('-').map(Number);
  return (
    (year === undefined || year % 100 === nik.birth.yearInCentury) &&
    (month === undefined || month === nik.birth.month) &&
    (day === undefined || day === nik.birth.day)
  );
}

export const passportProblems = ['passport_form'] as const;
export type PassportProblem = (typeof passportProblems)[number];

/** 6 to 9 letters and digits with at least four digits (ICAO Doc 9303 allows nine at most). */
export function parsePassport(
  text: string,
): { ok: true; passport: string } | { ok: false; problem: PassportProblem } {
  const passport = bareNumber(text).toUpperCase();
  const fits = /^[A-Z0-9]{6,9}$/.test(passport) && (passport.match(/\d/g)?.length ?? 0) >= 4;
  return fits && !/(\d)\1{5,}/.test(passport)
    ? { ok: true, passport }
    : { ok: false, problem: 'passport_form' };
}
