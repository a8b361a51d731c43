import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addCalendarDays,
  addClockHours,
  addMonths,
  addWorkingDays,
  dayOf,
  dueOf,
  endOfDay,
  type Interval,
  joinPauses,
  pausesOf,
  remaining,
  type Term,
} from './deadline.ts';

const instant = Temporal.Instant.from;
const date = Temporal.PlainDate.from;
const wita = 'Asia/Makassar';
const zones = ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'] as const;
const monToFri = (day: Temporal.PlainDate) => day.dayOfWeek <= 5;
const off =
  (...days: string[]) =>
  (day: Temporal.PlainDate) =>
    monToFri(day) && !days.includes(day.toString());
const local = (at: Temporal.Instant, zone: string) =>
  at.toZonedDateTimeISO(zone).toPlainDateTime().toString();

describe('by hand', () => {
  test('DUT-1: 3x24 clock hours run through a weekend and ignore holidays', () => {
    // Friday 15.30 WITA + 72 h = Monday 15.30 WITA
    const due = addClockHours(instant('2026-11-20T15:30:00+08:00'), 72);
    expect(local(due, wita)).toBe('2026-11-23T15:30:00');
  });

  test('DUT-2: seven calendar days end with the seventh day after the event, in the tenant zone (invariant 15)', () => {
    const asked = instant('2026-11-12T09:00:00+08:00');
    expect(local(addCalendarDays(asked, 7, wita), wita)).toBe('2026-11-19T23:59:59.999');
    // 23.30 WIB is already the next day in WITA: the same event has another last day
    const late = instant('2026-11-12T23:30:00+07:00');
    expect(dayOf(addCalendarDays(late, 7, 'Asia/Jakarta'), 'Asia/Jakarta').toString()).toBe('2026-11-19');
    expect(dayOf(addCalendarDays(late, 7, wita), wita).toString()).toBe('2026-11-20');
  });

  test('DUT-3: working days step over weekends, holidays and collective leave', () => {
    // Nyepi 19 March 2026 (Thu), leave 18 and 20 March, Idul Fitri 21-22 (Sat, Sun), leave 23-24
    const isWorkingDay = off('2026-03-18', '2026-03-19', '2026-03-20', '2026-03-23', '2026-03-24');
    const due = addWorkingDays(instant('2026-03-16T10:00:00+08:00'), 5, { zone: wita, isWorkingDay });
    // 17, 25, 26, 27 March, then Monday 30
    expect(local(due, wita)).toBe('2026-03-30T23:59:59.999');
  });

  test('DUT-3: an event on a day off counts from the next day, and 0 working days is the first working day', () => {
    const sunday = instant('2026-11-22T10:00:00+08:00');
    const clock = { zone: wita, isWorkingDay: monToFri };
    expect(dayOf(addWorkingDays(sunday, 1, clock), wita).toString()).toBe('2026-11-23');
    expect(dayOf(addWorkingDays(sunday, 0, clock), wita).toString()).toBe('2026-11-23');
    expect(dayOf(addWorkingDays(sunday, -1, clock), wita).toString()).toBe('2026-11-20');
  });

  test('DUT-4: months keep the day and fall back to the end of a shorter month, leap years included', () => {
    const at = (day: string) => instant(`${day}T08:00:00+08:00`);
    expect(dayOf(addMonths(at('2027-01-31'), 1, wita), wita).toString()).toBe('2027-02-28');
    expect(dayOf(addMonths(at('2028-01-31'), 1, wita), wita).toString()).toBe('2028-02-29');
    expect(dayOf(addMonths(at('2028-02-29'), 12, wita), wita).toString()).toBe('2029-02-28');
  });

  test('DUT-5: a term before a day counts backwards (plan: 12 months; agreement: 180, 90, 30 days)', () => {
    const o = { zone: wita, isWorkingDay: monToFri, now: instant('2026-01-01T00:00:00Z') };
    const end = instant('2028-12-31T12:00:00+08:00');
    const before = (unit: Term['unit'], amount: number) =>
      dueOf({ unit, amount, direction: 'before' }, end, o).date.toString();
    expect(before('months', 12)).toBe('2027-12-31');
    expect(before('calendar_days', 180)).toBe('2028-07-04');
    expect(before('calendar_days', 90)).toBe('2028-10-02');
    expect(before('calendar_days', 30)).toBe('2028-12-01');
    expect(before('working_days', 1)).toBe('2028-12-29');
    expect(before('working_days', 0)).toBe('2028-12-29');
  });

  test('DUT-6: a fixed date ends with that day in the zone, and cannot be paused', () => {
    const anchor = date('2027-01-31').toZonedDateTime('Asia/Jayapura').toInstant();
    const o = { zone: 'Asia/Jayapura', isWorkingDay: monToFri, now: anchor };
    const due = dueOf({ unit: 'fixed_date', amount: 0, direction: 'before' }, anchor, o);
    expect(due.at.toString()).toBe('2027-01-31T14:59:59.999Z');
    expect(() =>
      dueOf({ unit: 'calendar_days', amount: 1, direction: 'before' }, anchor, {
        ...o,
        pauses: [{ from: anchor, to: anchor.add({ hours: 1 }) }],
      }),
    ).toThrow('cannot be paused');
  });

  test('DUT-7: a pause hands back the hours, or the days, that were left when it began', () => {
    const anchor = instant('2026-11-16T08:00:00+08:00'); // Monday
    const pauses = [{ from: instant('2026-11-17T10:00:00+08:00'), to: instant('2026-11-19T12:30:00+08:00') }];
    const o = { zone: wita, isWorkingDay: monToFri, now: instant('2026-12-01T00:00:00Z'), pauses };
    const due = (unit: Term['unit'], amount: number) =>
      dueOf({ unit, amount, direction: 'after' }, anchor, o);
    expect(local(due('clock_hours', 72).at, wita)).toBe('2026-11-21T10:30:00');
    // due Mon 23, six days left on Tue 17 -> six days after Thu 19
    expect(due('calendar_days', 7).date.toString()).toBe('2026-11-25');
    // due Thu 19, two working days left on Tue 17 -> Fri 20, Mon 23
    expect(due('working_days', 3).date.toString()).toBe('2026-11-23');
    // paused on its last day: resumed, it is due that same day, not already late
    expect(due('calendar_days', 1).date.toString()).toBe('2026-11-19');
    // 26 hours are up exactly when the pause begins: it comes too late
    expect(local(due('clock_hours', 26).at, wita)).toBe('2026-11-17T10:00:00');
    // a month: Wed 16 December moves by the two days between Tue 17 and Thu 19
    expect(due('months', 1).date.toString()).toBe('2026-12-18');
  });

  test('DUT-7: pauses are read from the log; a doubled entry changes nothing; completion ends a pause', () => {
    const at = (hour: number) => instant(`2026-11-16T${String(hour).padStart(2, '0')}:00:00Z`);
    const spans = pausesOf([
      { act: 'set', at: at(1) },
      { act: 'pause', at: at(2) },
      { act: 'pause', at: at(3) },
      { act: 'resume', at: at(4) },
      { act: 'resume', at: at(5) },
      { act: 'pause', at: at(6) },
    ]);
    expect(spans.map((s) => [s.from.toString(), s.to?.toString() ?? null])).toEqual([
      ['2026-11-16T02:00:00Z', '2026-11-16T04:00:00Z'],
      ['2026-11-16T06:00:00Z', null],
    ]);
    expect(
      pausesOf([
        { act: 'pause', at: at(2) },
        { act: 'complete', at: at(3) },
      ])[0]?.to?.toString(),
    ).toBe('2026-11-16T03:00:00Z');
  });

  test('DUT-8: what is left, as late, today, soon or later', () => {
    const now = instant('2026-11-19T08:12:00+08:00');
    const o = { now, zone: wita, soonDays: 6 };
    const hours = (at: string) => ({
      unit: 'clock_hours' as const,
      due: { at: instant(at), date: dayOf(instant(at), wita) },
      status: 'open',
    });
    const day = (d: string) => ({
      unit: 'calendar_days' as const,
      due: { at: endOfDay(date(d), wita), date: date(d) },
      status: 'open',
    });
    expect(remaining(hours('2026-11-19T06:00:00+08:00'), o)).toEqual({
      state: 'late',
      minutes: -132,
      days: 0,
    });
    expect(remaining(hours('2026-11-19T11:40:00+08:00'), o)).toEqual({
      state: 'today',
      minutes: 208,
      days: 0,
    });
    expect(remaining(hours('2026-11-19T08:12:00+08:00'), o).state).toBe('today');
    expect(remaining(hours('2026-11-19T08:11:59+08:00'), o)).toEqual({ state: 'late', minutes: -1, days: 0 });
    expect(remaining(day('2026-11-18'), o)).toEqual({ state: 'late', minutes: null, days: -1 });
    expect(remaining(day('2026-11-19'), o)).toEqual({ state: 'today', minutes: null, days: 0 });
    expect(remaining(day('2026-11-25'), o)).toEqual({ state: 'soon', minutes: null, days: 6 });
    expect(remaining(day('2026-11-26'), o)).toEqual({ state: 'later', minutes: null, days: 7 });
    expect(remaining({ ...day('2026-11-18'), status: 'paused' }, o).state).toBe('paused');
    expect(remaining({ ...day('2026-11-18'), status: 'done' }, o).state).toBe('closed');
  });

  test('a calendar without working days is an error, not an endless loop', () => {
    const o = { zone: wita, isWorkingDay: () => false };
    expect(() => addWorkingDays(instant('2026-01-01T00:00:00Z'), 1, o)).toThrow('no working day');
    expect(() => addWorkingDays(instant('2026-01-01T00:00:00Z'), 0, o)).toThrow('no working day');
  });
});

// --- properties against oracles that count minute by minute or day by day ---------------------------

const zoneArb = fc.constantFrom(...zones);
const instantArb = fc
  .integer({ min: Date.UTC(2023, 0, 1) / 60_000, max: Date.UTC(2032, 11, 31) / 60_000 })
  .map((minute) => Temporal.Instant.fromEpochMilliseconds(minute * 60_000));
const holidaysArb = fc
  .uniqueArray(fc.integer({ min: 0, max: 4000 }), { maxLength: 400 })
  .map((days) => new Set(days.map((n) => date('2022-12-01').add({ days: n }).toString())));
/** Gaps in minutes after the anchor: running, paused, running, paused ... */
const pausesFrom = (anchor: Temporal.Instant, gaps: readonly number[]): Interval[] => {
  const spans: Interval[] = [];
  let at = anchor;
  for (let i = 0; i + 1 < gaps.length; i += 2) {
    const from = at.add({ minutes: gaps[i] ?? 0 });
    at = from.add({ minutes: gaps[i + 1] ?? 0 });
    spans.push({ from, to: at });
  }
  return spans;
};
const gapsArb = fc.array(fc.integer({ min: 1, max: 9 * 1440 }), { maxLength: 6 });

describe('against brute force', () => {
  test('DUT-1, DUT-7: clock hours with pauses equal a count of running minutes', () => {
    fc.assert(
      fc.property(
        instantArb,
        fc.integer({ min: 0, max: 120 }),
        gapsArb,
        zoneArb,
        (anchor, hours, gaps, zone) => {
          const pauses = pausesFrom(anchor, gaps);
          const now = anchor.add({ hours: 24 * 365 });
          const got = dueOf({ unit: 'clock_hours', amount: hours, direction: 'after' }, anchor, {
            zone,
            isWorkingDay: monToFri,
            pauses,
            now,
          });
          let minute = anchor.epochMilliseconds / 60_000;
          const stopped = (m: number) =>
            pauses.some(
              (p) => p.from.epochMilliseconds / 60_000 <= m && m < (p.to ?? now).epochMilliseconds / 60_000,
            );
          for (let left = hours * 60; left > 0; minute++) if (!stopped(minute)) left--;
          expect(got.at.epochMilliseconds / 60_000).toBe(minute);
        },
      ),
      { numRuns: 150 },
    );
  });

  test('DUT-2, DUT-3, DUT-7: days with pauses equal a diary kept day by day', () => {
    fc.assert(
      fc.property(
        instantArb,
        fc.integer({ min: 0, max: 40 }),
        gapsArb,
        zoneArb,
        holidaysArb,
        fc.boolean(),
        (anchor, amount, gaps, zone, holidays, working) => {
          const isWorkingDay = (day: Temporal.PlainDate) => monToFri(day) && !holidays.has(day.toString());
          const counts = working ? isWorkingDay : () => true;
          const pauses = pausesFrom(anchor, gaps);
          const got = dueOf(
            { unit: working ? 'working_days' : 'calendar_days', amount, direction: 'after' },
            anchor,
            {
              zone,
              isWorkingDay,
              pauses,
              now: anchor.add({ hours: 24 * 365 }),
            },
          );
          expect(got.date.toString()).toBe(diary(anchor, amount, pauses, zone, counts).toString());
          expect(local(got.at, zone)).toBe(`${got.date.toString()}T23:59:59.999`);
        },
      ),
      {
        numRuns: 300,
        examples: [
          [instant('2023-10-01T06:14:00Z'), 0, [720, 7126, 1, 2879], 'Asia/Jakarta', new Set<string>(), true],
        ],
      },
    );
  });

  test('DUT-5: counting back n days and forward n days meet again; a longer term is never due earlier', () => {
    fc.assert(
      fc.property(
        instantArb,
        fc.integer({ min: 1, max: 60 }),
        zoneArb,
        holidaysArb,
        (anchor, n, zone, holidays) => {
          const isWorkingDay = (day: Temporal.PlainDate) => monToFri(day) && !holidays.has(day.toString());
          const clock = { zone, isWorkingDay };
          const back = dayOf(addWorkingDays(anchor, -n, clock), zone);
          let seen = 0;
          for (let d = back; !d.equals(dayOf(anchor, zone)); d = d.add({ days: 1 }))
            if (isWorkingDay(d)) seen++;
          expect(seen).toBe(n);
          expect(isWorkingDay(back)).toBe(true);
          expect(
            Temporal.Instant.compare(addWorkingDays(anchor, n, clock), addWorkingDays(anchor, n + 1, clock)),
          ).toBe(-1);
          expect(
            addCalendarDays(addCalendarDays(anchor, n, zone), -n, zone).equals(
              endOfDay(dayOf(anchor, zone), zone),
            ),
          ).toBe(true);
        },
      ),
      { numRuns: 200 },
    );
  });

  test('DUT-7: joined pauses cover exactly the paused minutes', () => {
    const span = fc.tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 100 }));
    fc.assert(
      fc.property(fc.array(span, { maxLength: 8 }), (spans) => {
        const zero = instant('2026-01-01T00:00:00Z');
        const raw = spans.map(([from, length]) => ({
          from: zero.add({ minutes: from }),
          to: zero.add({ minutes: from + length }),
        }));
        const joined = joinPauses(raw, zero);
        const inside = (list: readonly { from: Temporal.Instant; to: Temporal.Instant }[], m: number) => {
          const ms = zero.epochMilliseconds + m * 60_000;
          return list.some((p) => p.from.epochMilliseconds <= ms && ms < p.to.epochMilliseconds);
        };
        for (let m = 0; m < 401; m++) expect(inside(joined, m)).toBe(inside(raw, m));
        joined
          .slice(1)
          .forEach((p, i) =>
            expect(p.from.epochMilliseconds).toBeGreaterThan(joined[i]?.to.epochMilliseconds ?? 0),
          );
      }),
      { numRuns: 100 },
    );
  });
});

/**
 * Walks the days. At each midnight a running clock uses one countable day; on the last one it waits for the
 * end of the day. A clock that runs out on a day off waits for the next countable day: that is one day left.
 */
function diary(
  anchor: Temporal.Instant,
  amount: number,
  pauses: readonly Interval[],
  zone: string,
  counts: (day: Temporal.PlainDate) => boolean,
): Temporal.PlainDate {
  let day = dayOf(anchor, zone);
  let left = amount;
  for (let steps = 0; steps < 5000; steps++) {
    const end = endOfDay(day, zone).add({ milliseconds: 1 });
    const standing = pauses.some(
      (p) => Temporal.Instant.compare(p.from, end) < 0 && Temporal.Instant.compare(p.to ?? end, end) >= 0,
    );
    const begin = endOfDay(day.subtract({ days: 1 }), zone).add({ milliseconds: 1 });
    const ran = !pauses.some(
      (p) => Temporal.Instant.compare(p.from, begin) <= 0 && Temporal.Instant.compare(p.to ?? end, end) >= 0,
    );
    if (left === 0 && ran && !counts(day)) left = 1;
    // The clock stands at midnight: the day that begins is not used up.
    if (!standing && left === 0 && counts(day)) return day;
    day = day.add({ days: 1 });
    if (!standing && left > 0 && counts(day)) left--;
  }
  throw new Error('the diary found no end');
}
