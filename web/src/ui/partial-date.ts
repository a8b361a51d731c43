/** What a person knows of a date: `2024-07-11`, `2024-07` or `2024`. */
export type PartialDate = string;

export interface DateParts {
  day: string;
  month: string;
  year: string;
}
export type DateFault =
  | 'year_missing'
  | 'year_digits'
  | 'month_missing'
  | 'not_in_calendar'
  | 'too_late'
  | 'too_early';
export type DateResult = { value: PartialDate | null } | { fault: DateFault; part: keyof DateParts };

const whole = (text: string) => (/^\d+$/.test(text) ? Number(text) : Number.NaN);
const pad = (n: number) => String(n).padStart(2, '0');

/**
 * Reads day, month and year as typed. Empty is no answer; a year alone and a month with its year are answers;
 * a day without its month is not. `notAfter` is a day (`2026-11-19`).
 */
export function readPartialDate(
  parts: DateParts,
  limits: { notAfter?: string; notBefore?: string } = {},
): DateResult {
  const day = parts.day.trim();
  const month = parts.month.trim();
  const year = parts.year.trim();
  if (day === '' && month === '' && year === '') return { value: null };
  if (year === '') return { fault: 'year_missing', part: 'year' };
  if (!/^\d{4}$/.test(year)) return { fault: 'year_digits', part: 'year' };
  if (day !== '' && month === '') return { fault: 'month_missing', part: 'month' };
  let value = year;
  if (month !== '') {
    const m = whole(month);
    if (!(m >= 1 && m <= 12)) return { fault: 'not_in_calendar', part: 'month' };
    value += `-${pad(m)}`;
    if (day !== '') {
      const d = whole(day);
      const longest = new Date(Date.UTC(Number(year), m, 0)).getUTCDate();
      if (!(d >= 1 && d <= longest)) return { fault: 'not_in_calendar', part: 'day' };
      value += `-${pad(d)}`;
    }
  }
  // Compared at the precision given: "2026" is not after 19 November 2026.
  if (limits.notAfter !== undefined && value > limits.notAfter.slice(0, value.length))
    return { fault: 'too_late', part: 'year' };
  if (limits.notBefore !== undefined && value < limits.notBefore.slice(0, value.length))
    return { fault: 'too_early', part: 'year' };
  return { value };
}

export function datePartsOf(value: PartialDate | null): DateParts {
  const [year = '', month = '', day = ''] = (value ?? '').split('-');
  return { day: day.replace(/^0/, ''), month: month.replace(/^0/, ''), year };
}
