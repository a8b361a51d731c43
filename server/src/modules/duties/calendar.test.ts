import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import calendarDays from '../../../seed/calendar-days.json' with { type: 'json' };
import { buildCalendar, estimateBasis, type NationalYear } from './calendar.ts';
import { addWorkingDays, dayOf } from './deadline.ts';
import { estimatedDays } from './estimated-days.ts';

const date = Temporal.PlainDate.from;
const official = calendarDays.years.map((y) => ({ ...y, source: 'official' })) as NationalYear[];
const estimated: NationalYear = {
  year: 2027,
  source: 'estimated',
  basis: estimateBasis,
  days: estimatedDays(2027),
};
const national = [...official, estimated];
const plain = buildCalendar({ national, edits: [], workDays: 5 });

describe('the decrees as they come with Simpul', () => {
  test('DUT-10: counts of days agree with what the decrees announced', () => {
    const count = (year: number, kind: string) =>
      official.find((y) => y.year === year)?.days.filter((d) => d.kind === kind && !d.basis).length;
    // 2022: 16 + 4; 2023: 16 and, after two amendments, 11; 2024: 17 + 10; 2025: 17 + 10 + 18 August; 2026: 17 + 8
    expect(
      [2022, 2023, 2024, 2025, 2026].map((y) => [count(y, 'national_holiday'), count(y, 'collective_leave')]),
    ).toEqual([
      [16, 4],
      [16, 11],
      [17, 10],
      [17, 11],
      [17, 8],
    ]);
  });

  test('DUT-10: every day is a real day of its year and stands once; collective leave never falls on a weekend', () => {
    for (const { year, days } of official) {
      expect(new Set(days.map((d) => d.date)).size).toBe(days.length);
      for (const d of days) {
        expect(date(d.date).toString()).toBe(d.date);
        expect(date(d.date).year).toBe(year);
      }
      const leave = days.filter((d) => d.kind === 'collective_leave');
      expect(leave.filter((d) => date(d.date).dayOfWeek > 5)).toEqual([]);
    }
  });

  test('DUT-3: a term over Idulfitri 2025 by the decree (28 March to 7 April)', () => {
    const due = addWorkingDays(Temporal.Instant.from('2025-03-26T09:00:00+08:00'), 5, {
      zone: 'Asia/Makassar',
      isWorkingDay: plain.isWorkingDay,
    });
    // 27 March, then 8, 9, 10, 11 April
    expect(dayOf(due, 'Asia/Makassar').toString()).toBe('2025-04-11');
  });
});

describe('estimates where no decree is loaded', () => {
  test('DUT-11: say that they are estimates, and hold the fixed days', () => {
    expect(plain.year(2026).source).toBe('official');
    expect(plain.year(2027)).toMatchObject({ source: 'estimated', basis: estimateBasis });
    expect(plain.year(2099)).toMatchObject({ source: 'estimated' });
    expect(plain.year(2099).basis).toContain('belum dimuat');
    const days = estimatedDays(2027).map((d) => d.date);
    for (const fixed of ['2027-01-01', '2027-05-01', '2027-06-01', '2027-08-17', '2027-12-25'])
      expect(days).toContain(fixed);
    expect(plain.days(date('2027-08-17'), date('2027-08-17'))[0]).toMatchObject({
      source: 'estimated',
      working: false,
      name: { id: 'Hari Ulang Tahun Kemerdekaan Republik Indonesia' },
    });
  });

  test('DUT-11: Easter Sunday is added from 2024 and 27 Rajab has its own name', () => {
    const named = (year: number, name: string) => estimatedDays(year).find((d) => d.name.id === name)?.date;
    expect(named(2023, 'Kebangkitan Yesus Kristus (Paskah)')).toBeUndefined();
    expect(named(2026, 'Kebangkitan Yesus Kristus (Paskah)')).toBe('2026-04-05');
    expect(named(2026, 'Isra Mikraj Nabi Muhammad')).toBe('2026-01-16');
  });

  test('DUT-11: why they are only estimates: no collective leave, and lunar days that the decree moved', () => {
    for (const { year, days } of official) {
      const computed = estimatedDays(year);
      expect(computed.some((d) => d.kind === 'collective_leave')).toBe(false);
      const decreed = new Set(days.filter((d) => d.kind === 'national_holiday').map((d) => d.date));
      // never further than two days from a decreed one, except Waisak 2023, which the data puts a month early
      for (const d of computed) {
        const near = [-2, -1, 0, 1, 2].some((n) => decreed.has(date(d.date).add({ days: n }).toString()));
        expect([d.date, near || d.date === '2023-05-06']).toEqual([d.date, true]);
      }
    }
    expect(estimatedDays(2026).some((d) => d.date === '2026-03-22')).toBe(false);
  });
});

describe('entries by hand', () => {
  const edits = [
    { date: '2026-12-09', kind: 'local_holiday' as const, name: 'Pemilihan ulang', basis: 'Kepgub contoh' },
    { date: '2026-12-24', kind: 'working_day' as const, name: 'Tetap masuk', basis: 'SE contoh' },
    { date: '2026-12-05', kind: 'working_day' as const, name: 'Sabtu masuk', basis: 'SE contoh' },
  ];
  const calendar = buildCalendar({ national, edits, workDays: 5 });

  test('DUT-12: win over the decree and over the week, with their basis', () => {
    expect(calendar.isWorkingDay(date('2026-12-09'))).toBe(false);
    expect(calendar.isWorkingDay(date('2026-12-24'))).toBe(true);
    expect(calendar.isWorkingDay(date('2026-12-05'))).toBe(true);
    expect(plain.isWorkingDay(date('2026-12-24'))).toBe(false);
    expect(
      calendar.days(date('2026-12-01'), date('2026-12-31')).map((d) => [d.date, d.source, d.working]),
    ).toEqual([
      ['2026-12-05', 'edited', true],
      ['2026-12-09', 'edited', false],
      ['2026-12-24', 'edited', true],
      ['2026-12-25', 'official', false],
    ]);
  });

  test('DUT-13: a week of six days counts Saturdays, of five does not; Sunday never', () => {
    const six = buildCalendar({ national, edits: [], workDays: 6 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1800 }), (n) => {
        const day = date('2022-01-01').add({ days: n });
        const listed = plain.days(day, day).length > 0;
        expect(plain.isWorkingDay(day)).toBe(!listed && day.dayOfWeek <= 5);
        expect(six.isWorkingDay(day)).toBe(!listed && day.dayOfWeek <= 6);
      }),
    );
  });
});
