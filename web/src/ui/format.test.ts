import { describe, expect, test } from 'vitest';
import {
  agoKind,
  dayOf,
  daysBetween,
  formatBytes,
  formatCount,
  formatDate,
  formatNumber,
  formatPartialDate,
  formatTime,
  zoneName,
} from './format.ts';

const id = { language: 'id', zone: 'Asia/Makassar' } as const;
const en = { language: 'en', zone: 'Asia/Makassar' } as const;

describe('numbers', () => {
  test('follow the language', () => {
    expect(formatNumber(1234567.5, id, 1)).toBe('1.234.567,5');
    expect(formatNumber(1234567.5, en, 1)).toBe('1,234,567.5');
  });
  test('counts stop at the cap', () => {
    expect(formatCount(1000, id)).toBe('1.000');
    expect(formatCount(1001, id)).toBe('1.000+');
    expect(formatCount(1001, en)).toBe('1,000+');
  });
  test('file sizes', () => {
    expect(formatBytes(999, id)).toBe('999 B');
    expect(formatBytes(1_530_000, id)).toBe('1,5 MB');
  });
});

describe('dates', () => {
  test('a day is that day in every zone', () => {
    expect(formatDate('2024-07-11', id)).toBe('11 Jul 2024');
    expect(formatDate('2024-07-11', { language: 'id', zone: 'America/Los_Angeles' })).toBe('11 Jul 2024');
  });
  test('an instant falls on the day of the tenant', () => {
    // 17.30 UTC is 01.30 of the next day in WITA.
    expect(formatDate('2026-11-18T17:30:00Z', id)).toBe('19 Nov 2026');
    expect(dayOf('2026-11-18T17:30:00Z', 'Asia/Makassar')).toBe('2026-11-19');
    expect(dayOf('2026-11-18T15:30:00Z', 'Asia/Makassar')).toBe('2026-11-18');
  });
  test('long form and time', () => {
    expect(formatDate('2026-11-19', id, 'long')).toBe('Kamis, 19 November 2026');
    expect(formatTime('2026-11-19T00:12:00Z', id)).toBe('08.12');
    expect(formatTime('2026-11-19T00:12:00Z', en)).toBe('08:12');
    expect(formatTime('2026-11-18T16:05:00Z', en)).toBe('00:05');
  });
  test('partial dates keep what is not known unknown', () => {
    expect(formatPartialDate('2024', id)).toBe('2024');
    expect(formatPartialDate('2024-08', id)).toBe('Agustus 2024');
    expect(formatPartialDate('2024-08-09', id)).toBe('9 Agu 2024');
  });
  test('zones by the names people use', () => {
    expect(zoneName(id, new Date())).toBe('WITA');
    expect(zoneName({ language: 'en', zone: 'Asia/Jayapura' }, new Date())).toBe('WIT');
  });
  test('days apart do not stumble over clock changes', () => {
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
    expect(daysBetween('2026-11-19', '2026-11-18')).toBe(-1);
  });
  test('ago is counted in calendar days of the zone', () => {
    const now = new Date('2026-11-19T00:12:00Z');
    expect(agoKind('2026-11-18T23:51:00Z', now, 'Asia/Makassar')).toBe('today');
    expect(agoKind('2026-11-18T08:35:00Z', now, 'Asia/Makassar')).toBe('yesterday');
    expect(agoKind('2026-11-17T02:12:00Z', now, 'Asia/Makassar')).toBe('thisYear');
    expect(agoKind('2025-12-31T02:12:00Z', now, 'Asia/Makassar')).toBe('older');
  });
});
