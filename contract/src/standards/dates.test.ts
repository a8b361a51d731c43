import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDate } from './parse-date.ts';
import {
  PartialDate,
  boundsOf,
  daysInMonth,
  formatPartialDate,
  mayBeSameDay,
  partialDate,
  precisionOf,
  typedPartialDate,
} from './partial-date.ts';

const report = { minYear: 2000, maxYear: 2026 };
const birth = { minYear: 1906, maxYear: 2026 };

const anyDate = fc
  .tuple(
    fc.integer({ min: 1910, max: 2026 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 31 }),
  )
  .filter(([y, m, d]) => d <= daysInMonth(y, m));
const anyPartial = fc
  .tuple(anyDate, fc.constantFrom(1, 2, 3))
  .map(([[y, m, d], n]) => partialDate(y, n > 1 ? m : undefined, n > 2 ? d : undefined));

describe('reading dates', () => {
  test.each([
    ['11/08/2026', '2026-08-11'],
    ['1-8-2026', '2026-08-01'],
    ['11.08.2026', '2026-08-11'],
    ['11 Agustus 2026', '2026-08-11'],
    ['Selasa, 11 Agustus 2026', '2026-08-11'],
    ['tgl. 3 Nopember 2025', '2025-11-03'],
    ['11-Agt-26', '2026-08-11'],
    ['Agt 2026', '2026-08'],
    ['okt. 2025', '2025-10'],
    ['August 11, 2026', '2026-08-11'],
    ['09/2026', '2026-09'],
    ['2026', '2026'],
    ['2026-08-11', '2026-08-11'],
    ['2026-08', '2026-08'],
    ['2026-08-11T00:00:00.000Z', '2026-08-11'],
    ['2026-08-11 08:09:00', '2026-08-11'],
    ['11/08/2026 08:09', '2026-08-11'],
    ['\u00a011/08/2026 ', '2026-08-11'],
    ['11/08/26', '2026-08-11'],
    ['29/02/2024', '2024-02-29'],
  ])('"%s" is %s', (text, date) => {
    expect(parseDate(text, report)).toEqual({ ok: true, date });
  });

  test.each([
    ['31/09/2026', 'date_not_in_calendar'],
    ['29/02/2023', 'date_not_in_calendar'],
    ['00/05/2023', 'date_not_in_calendar'],
    ['14/2025', 'date_not_in_calendar'],
    ['08/25/2026', 'date_month_first'],
    ['46245', 'date_excel_serial'],
    ['11/08/2062', 'date_out_of_range'],
    ['kemarin', 'date_unreadable'],
    ['11 Foo 2026', 'date_unreadable'],
    ['constructor 2026', 'date_unreadable'],
    ['1/2', 'date_unreadable'],
    ['-', 'date_unreadable'],
    ['2026-2027', 'date_unreadable'],
  ])('"%s" is refused: %s', (text, code) => {
    expect(parseDate(text, report)).toMatchObject({ ok: false, code });
  });

  test('a date that does not exist says how long the month is and what to write instead', () => {
    expect(parseDate('31/09/2026', report)).toEqual({
      ok: false,
      code: 'date_not_in_calendar',
      params: { days: 30, orWrite: '09/2026' },
    });
  });

  test('a two-digit year is read only where one century makes sense', () => {
    expect(parseDate('14/03/99', birth)).toEqual({ ok: true, date: '1999-03-14' });
    expect(parseDate('14/03/15', birth)).toMatchObject({ ok: false, code: 'date_two_digit_year' });
    expect(parseDate('14/03/15', report)).toEqual({ ok: true, date: '2015-03-14' });
  });

  test('month first and bare spreadsheet numbers only when a person said so of the column', () => {
    expect(parseDate('08/25/2026', { ...report, order: 'mdy' })).toEqual({ ok: true, date: '2026-08-25' });
    expect(parseDate('46245', { ...report, serials: true })).toEqual({ ok: true, date: '2026-08-11' });
  });

  test('every date survives the ways of writing it', () => {
    fc.assert(
      fc.property(anyPartial, (date) => {
        for (const text of [
          date,
          typedPartialDate(date),
          formatPartialDate(date, 'id'),
          formatPartialDate(date, 'en'),
        ])
          expect(parseDate(text, birth), text).toEqual({ ok: true, date });
      }),
    );
  });

  test('no text makes it throw, and what it accepts is in the calendar', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9/. -]{1,12}$/)), (text) => {
        const read = parseDate(text, birth);
        expect(!read.ok || PartialDate.safeParse(read.date).success).toBe(true);
      }),
    );
  });
});

describe('partial dates', () => {
  test('precision, bounds and comparison', () => {
    expect(['2008', '2008-02', '2008-02-29'].map(precisionOf)).toEqual(['year', 'month', 'day']);
    expect(boundsOf('2008-02')).toEqual({ first: '2008-02-01', last: '2008-02-29' });
    expect(boundsOf('2007')).toEqual({ first: '2007-01-01', last: '2007-12-31' });
    expect(mayBeSameDay('2008', '2008-02-29')).toBe(true);
    expect(mayBeSameDay('2008-03', '2008-02-29')).toBe(false);
  });

  test.each(['2008-13', '2023-02-29', '08', '2008-1', '2008-01-32'])('the schema refuses %s', (text) => {
    expect(PartialDate.safeParse(text).success).toBe(false);
  });
});
