import { expect, test } from 'vitest';
import { datePartsOf, readPartialDate } from './partial-date.ts';

const read = (day: string, month: string, year: string, limits = {}) =>
  readPartialDate({ day, month, year }, limits);

test('keeps the precision a person gave', () => {
  expect(read('', '', '')).toEqual({ value: null });
  expect(read('', '', '2024')).toEqual({ value: '2024' });
  expect(read('', '8', '2024')).toEqual({ value: '2024-08' });
  expect(read(' 9', '08', '2024')).toEqual({ value: '2024-08-09' });
});

test('says which part is wrong', () => {
  expect(read('31', '9', '2026')).toEqual({ fault: 'not_in_calendar', part: 'day' });
  expect(read('29', '2', '2023')).toEqual({ fault: 'not_in_calendar', part: 'day' });
  expect(read('29', '2', '2024')).toEqual({ value: '2024-02-29' });
  expect(read('1', '13', '2024')).toEqual({ fault: 'not_in_calendar', part: 'month' });
  expect(read('1', '', '2024')).toEqual({ fault: 'month_missing', part: 'month' });
  expect(read('1', '2', '')).toEqual({ fault: 'year_missing', part: 'year' });
  expect(read('1', '2', '24')).toEqual({ fault: 'year_digits', part: 'year' });
  expect(read('x', '2', '2024')).toEqual({ fault: 'not_in_calendar', part: 'day' });
});

test('limits are compared at the precision given', () => {
  const limits = { notAfter: '2026-11-19', notBefore: '1900-01-01' };
  expect(read('', '', '2026', limits)).toEqual({ value: '2026' });
  expect(read('', '12', '2026', limits)).toEqual({ fault: 'too_late', part: 'year' });
  expect(read('20', '11', '2026', limits)).toEqual({ fault: 'too_late', part: 'year' });
  expect(read('19', '11', '2026', limits)).toEqual({ value: '2026-11-19' });
  expect(read('', '', '1899', limits)).toEqual({ fault: 'too_early', part: 'year' });
});

test('parts come back as typed', () => {
  expect(datePartsOf('2024-08-09')).toEqual({ day: '9', month: '8', year: '2024' });
  expect(datePartsOf('2024')).toEqual({ day: '', month: '', year: '2024' });
  expect(datePartsOf(null)).toEqual({ day: '', month: '', year: '' });
});
