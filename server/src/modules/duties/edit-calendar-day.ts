import { randomUUIDv7 } from 'node:crypto';
import type { CalendarDayEdit } from '@simpul/contract/duties/calendar-day';
import type { Ref } from '@simpul/contract/route';
import type { Ctx } from '../../platform/context.ts';
import { AppError } from '../../platform/errors.ts';
import { getCalendar } from './calendar-reads.ts';
import { pausesOf } from './deadline.ts';
import { deadlineColumns, type DeadlineRow, dueOfRow, instantOf, logOf } from './present.ts';
import { addEvent, updateDeadline } from './store.ts';

async function addEntry(
  ctx: Ctx,
  e: { date: string; kind: CalendarDayEdit['kind'] | 'withdrawn'; name: string; basis: string },
): Promise<void> {
  await ctx.client.query(
    `insert into duties.calendar_edit (id, date, kind, name, basis, made_by, made_by_name, made_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      randomUUIDv7(),
      e.date,
      e.kind,
      e.name,
      e.basis,
      ctx.actor.id,
      ctx.actor.name,
      ctx.clock.now().toString(),
    ],
  );
}

/** Working-day clocks that still run are computed again by the calendar as it is now. */
async function recomputeWorkingDays(ctx: Ctx): Promise<number> {
  const found = await ctx.client.query(
    `select ${deadlineColumns} from duties.deadline where status = 'open' and unit = 'working_days'`,
  );
  const rows = found.rows as DeadlineRow[];
  const [logs, calendar] = await Promise.all([
    logOf(
      ctx,
      rows.map((r) => r.id),
    ),
    getCalendar(ctx),
  ]);
  let moved = 0;
  for (const row of rows) {
    const log = (logs.get(row.id) ?? []).map((e) => ({ act: e.act, at: instantOf(e.at) }));
    const due = dueOfRow(ctx, row, pausesOf(log), calendar);
    if (due.date.toString() === row.due_date) continue;
    await updateDeadline(ctx, row, { status: row.status, due });
    await addEvent(ctx, { deadline: row.id, act: 'recompute', dueAt: due.at, reason: 'calendar' });
    moved++;
  }
  return moved;
}

/** Enters days off or worked days with their basis. */
export async function editCalendarDays(
  ctx: Ctx,
  { days }: { days: readonly CalendarDayEdit[] },
): Promise<Ref> {
  const seen = new Map<string, number>();
  for (const [i, day] of days.entries()) {
    const earlier = seen.get(day.date);
    if (earlier !== undefined)
      throw new AppError('invalid', {
        errors: [
          {
            path: `days.${i}.date`,
            code: 'twice',
            message: `Row ${earlier + 1} names this day already; keep one.`,
          },
        ],
      });
    seen.set(day.date, i);
  }
  for (const day of days) await addEntry(ctx, day);
  const moved = await recomputeWorkingDays(ctx);
  await ctx.audit({ action: 'duties.calendar.edit', detail: { days: days.length, moved } });
  return { id: days.map((d) => d.date).toSorted()[0] ?? '' };
}

/** Withdraws an entry made by hand: the calendar as it comes applies again. */
export async function withdrawCalendarDay(ctx: Ctx, o: { date: string; reason: string }): Promise<Ref> {
  const found = await ctx.client.query(
    'select kind, name from duties.calendar_edit where date = $1 order by id desc limit 1',
    [o.date],
  );
  const entry = found.rows[0] as { kind: string; name: string } | undefined;
  if (!entry || entry.kind === 'withdrawn') throw new AppError('not_found');
  await addEntry(ctx, { date: o.date, kind: 'withdrawn', name: entry.name, basis: o.reason });
  const moved = await recomputeWorkingDays(ctx);
  await ctx.audit({
    action: 'duties.calendar.withdraw',
    subject: { kind: 'calendar_day', id: o.date },
    detail: { moved },
  });
  return { id: o.date };
}
