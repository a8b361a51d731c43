import type { Sex } from './names.ts';

/**
 * Population numbers for invented people: PPKKCC of a real kecamatan, birth as DDMMYY (day + 40 for women), serial.
 *
 * They cannot be anyone's: in the civil register the serial counts up from 0001 within one kecamatan and one birth
 * date, so 9001 and above would need 9,000 people born there on that day. Every serial made here is 9001-9999, and a
 * typing slip changes only its last three digits, so that a mistyped number is nobody's either.
 */
const firstSerial = 9001;
const lastSerial = 9999;

export interface NikParts {
  /** `64.72.03`. */
  districtCode: string;
  birthDate: string;
  sex: Sex;
  serial: number;
}

export function makeNik({ districtCode, birthDate, sex, serial }: NikParts): string {
  if (serial < firstSerial || serial > lastSerial) throw new Error(`Serial ${serial} is not an invented one`);
  const [year = '', month = '', day = ''] = birthDate.split('-');
  const dayField = String(Number(day) + (sex === 'female' ? 40 : 0)).padStart(2, '0');
  return `${districtCode.replaceAll('.', '')}${dayField}${month}${year.slice(2)}${serial}`;
}

export const isInventedNik = (nik: string): boolean => /^\d{12}9\d{3}$/.test(nik) && !nik.endsWith('9000');

/** A passport number that no Indonesian passport carries: the letter Z is not in use. */
export const makePassport = (serial: number): string => `Z0${200_000 + serial * 613}`;
export const isInventedPassport = (passport: string): boolean => /^Z0\d{6}$/.test(passport);
