import { z } from 'zod';
import { P0, P1 } from '../field.ts';

export const dayKinds = ['national_holiday', 'collective_leave', 'local_holiday', 'working_day'] as const;
export type DayKind = (typeof dayKinds)[number];

/**
 * `official`: the joint decree of three ministers (SKB) of that year as it comes with Simpul;
 * `estimated`: computed, because no decree of that year is stored (lunar dates may move by a day);
 * `edited`: this office's own entry with its basis, which wins over both.
 */
export const daySources = ['official', 'estimated', 'edited'] as const;
export type DaySource = (typeof daySources)[number];

export const CalendarDay = z.object({
  date: P0(z.iso.date()),
  working: P0(z.boolean()),
  kind: P0(z.enum(dayKinds)),
  name: P0(z.object({ id: z.string(), en: z.string() })),
  source: P0(z.enum(daySources)),
  basis: P0(z.string()),
});
export type CalendarDay = z.infer<typeof CalendarDay>;

/** What may be entered by hand: a day off that the calendar lacks, or a listed day that is worked after all. */
export const CalendarDayEdit = z.object({
  date: P0(z.iso.date()),
  kind: P0(z.enum(dayKinds)),
  name: P0(z.string().trim().min(3).max(120)),
  basis: P1(z.string().trim().min(3).max(200)),
});
export type CalendarDayEdit = z.infer<typeof CalendarDayEdit>;

export const CalendarYear = z.object({
  year: P0(z.number().int()),
  source: P0(z.enum(['official', 'estimated'])),
  basis: P0(z.string()),
});
export type CalendarYear = z.infer<typeof CalendarYear>;
