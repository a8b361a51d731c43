import { z } from 'zod';

/**
 * A date of which the day, or day and month, may be unknown: `2008-03-14`, `2008-03` or `2008`. Real files hold many
 * such dates, and filling them up with "01" would invent a birthday.
 */
export const PartialDate = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
  .refine((text) => isInCalendar(text));
export type PartialDate = z.infer<typeof PartialDate>;
export type Precision = 'year' | 'month' | 'day';

export const precisionOf = (date: PartialDate): Precision =>
  date.length === 4 ? 'year' : date.length === 7 ? 'month' : 'day';

const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

export const daysInMonth = (year: number, month: number): number =>
  month === 2 && isLeap(year) ? 29 : (monthLengths[month - 1] ?? 0);

const partsOf = (date: string): [number, number | undefined, number | undefined] => {
  const [year, month, day] = date.split('-');
  return [
    Number(year),
    month === undefined ? undefined : Number(month),
    day === undefined ? undefined : Number(day),
  ];
};

function isInCalendar(date: string): boolean {
  const [year, month, day] = partsOf(date);
  if (month === undefined) return true;
  if (month < 1 || month > 12) return false;
  return day === undefined || (day >= 1 && day <= daysInMonth(year, month));
}

const pad = (n: number, length = 2) => String(n).padStart(length, '0');

export function partialDate(year: number, month?: number, day?: number): PartialDate {
  let text = pad(year, 4);
  if (month !== undefined) text += `-${pad(month)}`;
  if (month !== undefined && day !== undefined) text += `-${pad(day)}`;
  return text;
}

/** The first and the last day the date may be; both are full days (`2008-02` gives 1 and 29 February). */
export function boundsOf(date: PartialDate): { first: string; last: string } {
  const [year, month, day] = partsOf(date);
  const lastMonth = month ?? 12;
  return {
    first: partialDate(year, month ?? 1, day ?? 1),
    last: partialDate(year, lastMonth, day ?? daysInMonth(year, lastMonth)),
  };
}

export const yearOf = (date: PartialDate): number => Number(date.slice(0, 4));

/** Whether both may be the same day. */
export function mayBeSameDay(a: PartialDate, b: PartialDate): boolean {
  const length = Math.min(a.length, b.length);
  return a.slice(0, length) === b.slice(0, length);
}

const monthNames = {
  id: 'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
};

/** For people: `14 Maret 2008`, `Maret 2008`, `2008`. */
export function formatPartialDate(date: PartialDate, language: 'id' | 'en'): string {
  const [year, month, day] = partsOf(date);
  const name = month === undefined ? '' : (monthNames[language][month - 1] ?? '');
  return [day, name, year].filter((part) => part !== undefined && part !== '').join(' ');
}

/** For spreadsheets, as people here type it: `14/03/2008`, `03/2008`, `2008`. */
export const typedPartialDate = (date: PartialDate): string => date.split('-').toReversed().join('/');
