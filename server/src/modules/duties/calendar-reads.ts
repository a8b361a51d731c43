import type { DayKind } from '@simpul/contract/duties/calendar-day';
import type { Ctx } from '../../platform/context.ts';
import { AppError } from '../../platform/errors.ts';
import { buildCalendar, type Calendar, type NationalYear } from './calendar.ts';
import { getNumber, today } from './parameters.ts';

interface YearRow {
  year: number;
  source: 'official' | 'estimated';
  basis: string;
  days: { date: string; kind: DayKind; name: { id: string; en: string }; basis?: string }[];
}

/** The calendar of the tenant: national days, this office's entries, the length of the working week. */
export async function getCalendar(ctx: Ctx): Promise<Calendar> {
  const [years, edits, workDays] = await Promise.all([
    ctx.client.query(`
      select y.year, y.source, y.basis,
             coalesce(json_agg(json_build_object('date', d.date, 'kind', d.kind,
               'name', json_build_object('id', d.name_id, 'en', d.name_en), 'basis', d.basis) order by d.date)
               filter (where d.date is not null), '[]') as days
      from duties.national_year y left join duties.national_day d on d.year = y.year
      group by y.year`),
    ctx.client.query(`
      select * from (
        select distinct on (date) date, kind, name, basis from duties.calendar_edit order by date, id desc) e
      where kind <> 'withdrawn'`),
    getNumber(ctx, 'calendar.work_days', today(ctx)),
  ]);
  const national: NationalYear[] = (years.rows as YearRow[]).map((y) => ({
    ...y,
    days: y.days.map((d) => ({ date: d.date, kind: d.kind, name: d.name, basis: d.basis ?? undefined })),
  }));
  const entries = edits.rows as { date: string; kind: DayKind; name: string; basis: string }[];
  return buildCalendar({ national, edits: entries, workDays });
}

const longestSpan = 800;

export async function listCalendarDays(ctx: Ctx, o: { from: string; to: string }) {
  const from = Temporal.PlainDate.from(o.from);
  const to = Temporal.PlainDate.from(o.to);
  const span = from.until(to, { largestUnit: 'days' }).days;
  if (span < 0 || span > longestSpan)
    throw new AppError('invalid', {
      errors: [
        { path: 'to', code: 'span', message: `Choose a last day 0 to ${longestSpan} days after the first.` },
      ],
    });
  const calendar = await getCalendar(ctx);
  const years = [];
  for (let year = from.year; year <= to.year; year++) years.push(calendar.year(year));
  return {
    items: calendar.days(from, to),
    years,
    workingWeekdays: Array.from({ length: calendar.workDays }, (_, i) => i + 1),
    abilities: { edit: ctx.can('duties.manage') },
  };
}
