import type { DeadlineUnit, Remaining } from '@simpul/contract/duties/deadline';
import type { Direction } from '@simpul/contract/duties/legal-parameter';

/**
 * Deadline arithmetic. Clock hours run through nights and holidays; days are counted from the day after the
 * event and end with the last day in the tenant's zone; after a pause counting goes on with the day after its
 * end, just as the day of the event does not count.
 */
export interface Term {
  unit: DeadlineUnit;
  /** Not used by `fixed_date`. */
  amount: number;
  direction: Direction;
}

export interface Interval {
  from: Temporal.Instant;
  /** null while the pause lasts. */
  to: Temporal.Instant | null;
}

type IsWorkingDay = (day: Temporal.PlainDate) => boolean;

export interface Clock {
  zone: string;
  isWorkingDay: IsWorkingDay;
}

export interface Due {
  at: Temporal.Instant;
  date: Temporal.PlainDate;
}

/** No calendar has this many days off in a row; a longer search means a calendar without working days. */
const longestSearch = 400;

export const dayOf = (at: Temporal.Instant, zone: string): Temporal.PlainDate =>
  at.toZonedDateTimeISO(zone).toPlainDate();

/** The last millisecond of a day in a zone: still in time, the next is late. */
export function endOfDay(day: Temporal.PlainDate, zone: string): Temporal.Instant {
  return day.add({ days: 1 }).toZonedDateTime(zone).toInstant().subtract({ milliseconds: 1 });
}

export const addClockHours = (at: Temporal.Instant, hours: number): Temporal.Instant => at.add({ hours });

/** End of the n-th calendar day after the day of the event; negative counts backwards. */
export const addCalendarDays = (at: Temporal.Instant, days: number, zone: string): Temporal.Instant =>
  endOfDay(dayOf(at, zone).add({ days }), zone);

/** End of the n-th working day after the day of the event; negative counts backwards; 0 is the first working day from that day on. */
export const addWorkingDays = (at: Temporal.Instant, days: number, clock: Clock): Temporal.Instant =>
  endOfDay(nthDay(dayOf(at, clock.zone), days, clock.isWorkingDay), clock.zone);

/** End of the same day n months on; the last day of a shorter month (31 January + 1 month = 28 or 29 February). */
export const addMonths = (at: Temporal.Instant, months: number, zone: string): Temporal.Instant =>
  endOfDay(dayOf(at, zone).add({ months }), zone);

function nthDay(start: Temporal.PlainDate, n: number, counts: IsWorkingDay): Temporal.PlainDate {
  let day = start;
  let left = Math.abs(n);
  if (n === 0) {
    for (let tries = 0; !counts(day); tries++) {
      if (tries > longestSearch) throw new RangeError('the calendar has no working day');
      day = day.add({ days: 1 });
    }
    return day;
  }
  const step = { days: n < 0 ? -1 : 1 };
  for (let skipped = 0; left > 0;) {
    day = day.add(step);
    if (counts(day)) {
      left--;
      skipped = 0;
    } else if (++skipped > longestSearch * 10) throw new RangeError('the calendar has no working day');
  }
  return day;
}

/** Pauses in order, overlapping ones joined; a pause that still lasts ends now. */
export function joinPauses(
  pauses: readonly Interval[],
  now: Temporal.Instant,
): { from: Temporal.Instant; to: Temporal.Instant }[] {
  const compare = Temporal.Instant.compare;
  const sorted = pauses
    .map((p) => ({ from: p.from, to: p.to ?? (compare(now, p.from) > 0 ? now : p.from) }))
    .filter((p) => compare(p.from, p.to) < 0)
    .toSorted((a, b) => compare(a.from, b.from));
  const joined: { from: Temporal.Instant; to: Temporal.Instant }[] = [];
  for (const pause of sorted) {
    const last = joined.at(-1);
    if (last && compare(pause.from, last.to) <= 0) {
      if (compare(pause.to, last.to) > 0) last.to = pause.to;
    } else joined.push({ ...pause });
  }
  return joined;
}

/**
 * When a term that starts (or, with `before`, ends) at the anchor is due. Paused time does not count:
 * clock hours by the instant, days by the day. A term towards a fixed day cannot be paused.
 */
export function dueOf(
  term: Term,
  anchor: Temporal.Instant,
  o: Clock & { pauses?: readonly Interval[]; now: Temporal.Instant },
): Due {
  const pauses = joinPauses(o.pauses ?? [], o.now);
  const anchorDay = dayOf(anchor, o.zone);
  if (term.unit === 'fixed_date') return ending(anchorDay, o.zone);
  if (term.direction === 'before') {
    if (pauses.length > 0) throw new RangeError('a term towards a fixed day cannot be paused');
    const n = -term.amount;
    if (term.unit === 'clock_hours') {
      const at = addClockHours(anchor, n);
      return { at, date: dayOf(at, o.zone) };
    }
    if (term.unit === 'working_days')
      return ending(nthWorkingBefore(anchorDay, term.amount, o.isWorkingDay), o.zone);
    return ending(anchorDay.add(term.unit === 'months' ? { months: n } : { days: n }), o.zone);
  }
  if (term.unit === 'clock_hours') {
    const at = addRunningHours(anchor, term.amount, pauses);
    return { at, date: dayOf(at, o.zone) };
  }
  const counts = term.unit === 'working_days' ? o.isWorkingDay : everyDay;
  const first =
    term.unit === 'months' ? anchorDay.add({ months: term.amount }) : nthDay(anchorDay, term.amount, counts);
  return ending(movedByPauses(first, anchor, pauses, { zone: o.zone, counts }), o.zone);
}

const everyDay: IsWorkingDay = () => true;

/**
 * Each pause hands back, after the day it ends, as many days as were left on the day it began. Waiting on a
 * day off for the next working day is one day left.
 */
function movedByPauses(
  first: Temporal.PlainDate,
  anchor: Temporal.Instant,
  pauses: readonly { from: Temporal.Instant; to: Temporal.Instant }[],
  o: { zone: string; counts: IsWorkingDay },
): Temporal.PlainDate {
  let due = first;
  for (const pause of pauses) {
    if (Temporal.Instant.compare(pause.to, anchor) <= 0) continue;
    const began = dayOf(Temporal.Instant.compare(pause.from, anchor) < 0 ? anchor : pause.from, o.zone);
    const ended = dayOf(pause.to, o.zone);
    if (Temporal.PlainDate.compare(began, due) > 0) break;
    if (began.equals(ended)) continue;
    let left = 0;
    for (let day = began; Temporal.PlainDate.compare(day, due) < 0;) {
      day = day.add({ days: 1 });
      if (o.counts(day)) left++;
    }
    due = nthDay(ended, left, o.counts);
  }
  return due;
}

const ending = (date: Temporal.PlainDate, zone: string): Due => ({ at: endOfDay(date, zone), date });

const nthWorkingBefore = (day: Temporal.PlainDate, n: number, works: IsWorkingDay) => {
  if (n > 0) return nthDay(day, -n, works);
  let found = day;
  for (let tries = 0; !works(found); tries++) {
    if (tries > longestSearch) throw new RangeError('the calendar has no working day');
    found = found.subtract({ days: 1 });
  }
  return found;
};

function addRunningHours(
  anchor: Temporal.Instant,
  hours: number,
  pauses: readonly { from: Temporal.Instant; to: Temporal.Instant }[],
): Temporal.Instant {
  let cursor = anchor.epochMilliseconds;
  let left = hours * 3_600_000;
  for (const pause of pauses) {
    const to = pause.to.epochMilliseconds;
    if (to <= cursor) continue;
    const from = Math.max(pause.from.epochMilliseconds, cursor);
    if (cursor + left <= from) break;
    left -= from - cursor;
    cursor = to;
  }
  return Temporal.Instant.fromEpochMilliseconds(cursor + left);
}

const endsPause = new Set(['resume', 'complete', 'cancel', 'pass_over']);

/** Pauses from the log: each `pause` lasts until the next `resume` or the end of the clock. */
export function pausesOf(log: readonly { act: string; at: Temporal.Instant }[]): Interval[] {
  const found: Interval[] = [];
  for (const entry of log) {
    const last = found.at(-1);
    const lasts = last !== undefined && last.to === null;
    if (entry.act === 'pause' && !lasts) found.push({ from: entry.at, to: null });
    else if (lasts && endsPause.has(entry.act)) last.to = entry.at;
  }
  return found;
}

/** How much is left. Minutes only for clock hours; days are the difference of dates in the tenant's zone. */
export function remaining(
  deadline: { unit: DeadlineUnit; due: Due; status: string },
  o: { now: Temporal.Instant; zone: string; soonDays: number },
): Remaining {
  const today = dayOf(o.now, o.zone);
  const days = today.until(deadline.due.date, { largestUnit: 'days' }).days;
  const left = deadline.due.at.epochMilliseconds - o.now.epochMilliseconds;
  // A limit missed by seconds is late by a minute, a limit that is near is not rounded up.
  const minutes = deadline.unit === 'clock_hours' ? Math.floor(left / 60_000) : null;
  if (deadline.status === 'paused') return { state: 'paused', minutes, days };
  if (deadline.status !== 'open') return { state: 'closed', minutes, days };
  if (left < 0) return { state: 'late', minutes, days };
  if (days <= 0) return { state: 'today', minutes, days };
  return { state: days <= o.soonDays ? 'soon' : 'later', minutes, days };
}
