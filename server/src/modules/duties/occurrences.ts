import type { DutyKind } from '@simpul/contract/duties/kinds';
import type { LegalParameter } from '@simpul/contract/duties/legal-parameter';
import type { DayUnitChoice } from '@simpul/contract/duties/rules';
import { type Clock, dueOf } from './deadline.ts';
import { termOf } from './parameters.ts';

export interface Occurrence {
  /** `2026`, `2026-Q4` or `2026-11`: the period the duty is about. */
  period: string;
  due: Temporal.PlainDate;
}

const monthsOf = { year: 12, quarter: 3, month: 1 } as const;

/** How far ahead a recurring duty is put on the list: each has its next turn there. */
export const horizonDays = { year: 365, quarter: 120, month: 45 } as const;

const two = (n: number) => String(n).padStart(2, '0');
const monthDayIn = (year: number, text: string) =>
  Temporal.PlainDate.from(
    { year, month: Number(text.slice(0, 2)), day: Number(text.slice(3, 5)) },
    { overflow: 'constrain' },
  );

function periodName(every: 'year' | 'quarter' | 'month', start: Temporal.PlainDate, past: boolean): string {
  if (every === 'quarter') return `${start.year}-Q${Math.ceil(start.month / 3)}`;
  if (every === 'month') return `${start.year}-${two(start.month)}`;
  return String(past ? start.year - 1 : start.year);
}

/** The day a turn is due: a fixed date, the end of a window, or so long after the period before it ended. */
function dueIn(
  start: Temporal.PlainDate,
  p: LegalParameter,
  clock: Clock,
  permaDay: DayUnitChoice,
): Temporal.PlainDate | undefined {
  if (p.unit === 'fixed_date' && p.text) return monthDayIn(start.year, p.text);
  if (p.unit === 'window' && p.text) return monthDayIn(start.year, p.text.slice(6));
  const term = termOf(p, permaDay);
  if (!term || p.unit === 'event') return undefined;
  // Months are counted from the first day: three months after 30 September end on 31 December.
  if (term.unit === 'months') return start.add({ months: term.amount }).subtract({ days: 1 });
  const anchor = start.toZonedDateTime(clock.zone).toInstant().subtract({ milliseconds: 1 });
  return dueOf(term, anchor, { ...clock, now: anchor }).date;
}

/** The turns of a recurring duty due between two days, both included. */
export function occurrences(
  kind: DutyKind,
  p: LegalParameter,
  o: { from: Temporal.PlainDate; to: Temporal.PlainDate; clock: Clock; permaDay: DayUnitChoice },
): Occurrence[] {
  const { every } = kind;
  if (!every) return [];
  const compare = Temporal.PlainDate.compare;
  const found: Occurrence[] = [];
  // A turn may be due long after its period began (a yearly duty with a limit of one year).
  let start = Temporal.PlainDate.from({ year: o.from.year - 2, month: 1, day: 1 });
  for (; compare(start, o.to) <= 0; start = start.add({ months: monthsOf[every] })) {
    const due = dueIn(start, p, o.clock, o.permaDay);
    if (due && compare(due, o.from) >= 0 && compare(due, o.to) <= 0)
      found.push({ period: periodName(every, start, kind.aboutPastYear === true), due });
  }
  return found;
}

const levelOf = (tenant: string) =>
  tenant === 'id' ? 'nation' : tenant.length === 2 ? 'province' : 'regency';

/** Recurring duties are those of provinces and of kab/kota; the national secretariat only receives. */
export const appliesTo = (kind: DutyKind, tenant: string): boolean =>
  kind.level ? kind.level === levelOf(tenant) : levelOf(tenant) !== 'nation';
