import { daysInMonth, partialDate } from './partial-date.ts';
import type { PartialDate } from './partial-date.ts';

export const dateProblems = [
  'date_unreadable',
  'date_not_in_calendar',
  'date_two_digit_year',
  'date_month_first',
  'date_excel_serial',
  'date_out_of_range',
] as const;
export type DateProblem = (typeof dateProblems)[number];
export type ParsedDate =
  | { ok: true; date: PartialDate }
  | { ok: false; code: DateProblem; params: Record<string, string | number> };

export interface DateOptions {
  /** Years that make sense for this column; they also decide whether a two-digit year can be read at all. */
  minYear: number;
  maxYear: number;
  /** `mdy` only where a person said so of the whole column. */
  order?: 'dmy' | 'mdy';
  /** Days since 30 December 1899, when a spreadsheet lost its date format; only where a person said so. */
  serials?: boolean;
}

const months = new Map<string, number>(
  (
    [
      [1, 'januari january jan'],
      [2, 'februari february pebruari feb peb'],
      [3, 'maret march mar mrt'],
      [4, 'april apr'],
      [5, 'mei may'],
      [6, 'juni june jun'],
      [7, 'juli july jul'],
      [8, 'agustus august agu agt agus ags aug'],
      [9, 'september sept sep'],
      [10, 'oktober october okt oct'],
      [11, 'november nopember nov nop'],
      [12, 'desember december des dec'],
    ] as const
  ).flatMap(([n, names]) => names.split(' ').map((name): [string, number] => [name, n])),
);
const weekdays =
  /^(?:senin|selasa|rabu|kamis|jumat|jum'at|sabtu|minggu|ahad|monday|tuesday|wednesday|thursday|friday|saturday|sunday)[\s,]+/;

const fail = (code: DateProblem, params: Record<string, string | number> = {}): ParsedDate => ({
  ok: false,
  code,
  params,
});

interface Parts {
  year: string;
  month?: string | undefined;
  day?: string | undefined;
}

/** Takes a cell apart without judging it. Order of the patterns: the unambiguous ones first. */
function takeApart(text: string, order: 'dmy' | 'mdy'): Parts | undefined {
  const iso = /^(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?(?:[t ]\d{1,2}[:.]\d{2}.*)?$/.exec(text);
  if (iso?.[1]) return { year: iso[1], month: iso[2], day: iso[3] };
  if (/^\d{4}$/.test(text)) return { year: text };
  const monthYear = /^(\d{1,2})\s*[-/.]\s*(\d{4})$/.exec(text);
  if (monthYear?.[2]) return { year: monthYear[2], month: monthYear[1] };
  const numbers =
    /^(\d{1,2})\s*[-/. ]\s*(\d{1,2})\s*[-/. ]\s*(\d{4}|\d{2})(?:[ ,]+\d{1,2}[:.]\d{2}.*)?$/.exec(text);
  if (numbers?.[3])
    return order === 'dmy'
      ? { year: numbers[3], month: numbers[2], day: numbers[1] }
      : { year: numbers[3], month: numbers[1], day: numbers[2] };
  const words = /^(?:(\d{1,2})(?:st|nd|rd|th)?[\s\-/.]*)?([a-z]{3,})\.?[\s\-/.,]*(\d{4}|\d{2})$/.exec(text);
  if (words?.[2] && words[3])
    return { year: words[3], month: String(months.get(words[2]) ?? 'x'), day: words[1] };
  const english = /^([a-z]{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/.exec(text);
  if (english?.[1] && english[3])
    return { year: english[3], month: String(months.get(english[1]) ?? 'x'), day: english[2] };
  return undefined;
}

function fullYear(text: string, options: DateOptions): number | undefined {
  if (text.length === 4) return Number(text);
  const fits = [1900, 2000]
    .map((century) => century + Number(text))
    .filter((year) => year >= options.minYear && year <= options.maxYear);
  return fits.length === 1 ? fits[0] : undefined;
}

/** Days since 30 December 1899, as spreadsheets count. */
function fromSerial(serial: number): PartialDate {
  const d = new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000);
  return partialDate(d.getUTCFullYear(), d.getUTCMonth() + 1, d.getUTCDate());
}

/**
 * Reads a date as Indonesian files write it: `11/08/2026`, `11-8-26`, `11 Agustus 2026`, `Agt 2026`, `09/2026`,
 * `2026`, ISO with or without a time. What cannot be read for certain is refused with the reason.
 */
export function parseDate(input: string, options: DateOptions): ParsedDate {
  const order = options.order ?? 'dmy';
  const text = input
    .normalize('NFKC')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .toLowerCase()
    .replace(/^'/, '')
    .replace(weekdays, '')
    .replace(/^(?:tgl|tanggal)\.?\s+/, '')
    .replace(/\s+(?:wib|wita|wit)$/, '');
  if (/^\d{5}(?:\.\d+)?$/.test(text)) {
    const date = fromSerial(Math.floor(Number(text)));
    const year = Number(date.slice(0, 4));
    if (year < options.minYear || year > options.maxYear) return fail('date_unreadable');
    return options.serials ? { ok: true, date } : fail('date_excel_serial', { read: date });
  }
  const parts = takeApart(text, order);
  if (!parts || parts.month === 'x') return fail('date_unreadable');
  const year = fullYear(parts.year, options);
  if (year === undefined) return fail('date_two_digit_year', { year: parts.year });
  const month = parts.month === undefined ? undefined : Number(parts.month);
  const day = parts.day === undefined ? undefined : Number(parts.day);
  if (month !== undefined && (month < 1 || month > 12)) {
    const turned = day !== undefined && day >= 1 && day <= 12 && month <= daysInMonth(year, day);
    return turned ? fail('date_month_first', { month, day }) : fail('date_not_in_calendar');
  }
  if (month !== undefined && day !== undefined && (day < 1 || day > daysInMonth(year, month)))
    return fail('date_not_in_calendar', {
      days: daysInMonth(year, month),
      orWrite: `${String(month).padStart(2, '0')}/${year}`,
    });
  if (year < options.minYear || year > options.maxYear)
    return fail('date_out_of_range', { min: options.minYear, max: options.maxYear });
  return { ok: true, date: partialDate(year, month, day) };
}
