import type { CalendarDay, CalendarYear, DayKind } from '@simpul/contract/duties/calendar-day';

export interface NationalDay {
  date: string;
  kind: DayKind;
  name: { id: string; en: string };
  basis?: string | undefined;
}
/** The whole list of one year: the joint decree, or an estimate until it is loaded. */
export interface NationalYear {
  year: number;
  source: 'official' | 'estimated';
  basis: string;
  days: readonly NationalDay[];
}
export interface DayEdit {
  date: string;
  kind: DayKind;
  name: string;
  basis: string;
}

export interface Calendar {
  isWorkingDay: (day: Temporal.PlainDate) => boolean;
  /** Days off and edited days between two dates, both included; plain weekends are not listed. */
  days: (from: Temporal.PlainDate, to: Temporal.PlainDate) => CalendarDay[];
  year: (year: number) => CalendarYear;
  workDays: number;
}

export const estimateBasis =
  'Perkiraan date-holidays; SKB tahun ini belum dimuat dan cuti bersama belum termasuk';
const notLoaded = 'Hari libur tahun ini belum dimuat; hanya akhir pekan yang dihitung libur';

/**
 * The calendar by which working days are counted: the joint decree of the year where it is loaded, else
 * estimated national holidays, and the office's own entries on top.
 */
export function buildCalendar(o: {
  national: readonly NationalYear[];
  edits: readonly DayEdit[];
  /** 5 = Monday to Friday (Perpres 21/2023), 6 = Monday to Saturday. */
  workDays: number;
}): Calendar {
  const edits = new Map(o.edits.map((edit) => [edit.date, edited(edit)]));
  const years = new Map(o.national.map((y) => [y.year, y]));
  const days = new Map(o.national.flatMap((y) => y.days.map((d) => [d.date, off(y, d)] as const)));
  const find = (day: string) => edits.get(day) ?? days.get(day);
  return {
    workDays: o.workDays,
    isWorkingDay: (day) => find(day.toString())?.working ?? day.dayOfWeek <= o.workDays,
    days: (from, to) => {
      const found: CalendarDay[] = [];
      for (let day = from; Temporal.PlainDate.compare(day, to) <= 0; day = day.add({ days: 1 })) {
        const entry = find(day.toString());
        if (entry) found.push(entry);
      }
      return found;
    },
    year: (year) => {
      const { source, basis } = years.get(year) ?? { source: 'estimated', basis: notLoaded };
      return { year, source, basis };
    },
  };
}

const off = (y: NationalYear, d: NationalDay): CalendarDay => ({
  date: d.date,
  working: false,
  kind: d.kind,
  name: d.name,
  source: y.source,
  basis: d.basis ?? y.basis,
});

const edited = (edit: DayEdit): CalendarDay => ({
  date: edit.date,
  working: edit.kind === 'working_day',
  kind: edit.kind,
  name: { id: edit.name, en: edit.name },
  source: 'edited',
  basis: edit.basis,
});
