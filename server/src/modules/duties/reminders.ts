import type { Remaining, ReminderStage } from '@simpul/contract/duties/deadline';
import type { Ctx } from '../../platform/context.ts';
import { remaining } from './deadline.ts';
import { getNumber, today } from './parameters.ts';
import { deadlineColumns, type DeadlineRow, instantOf } from './present.ts';

/** The stage a deadline has reached; nothing to remind of while it is far off. */
function stageOf(left: Remaining): ReminderStage | undefined {
  if (left.state === 'late' || left.state === 'today') return left.state;
  if (left.state !== 'soon') return undefined;
  return left.days === 1 ? 'tomorrow' : 'soon';
}

/** Makes the reminders of this day. Safe to repeat: one for each deadline, stage and due day. */
export async function makeReminders(ctx: Ctx): Promise<number> {
  const { zone } = ctx.actor;
  const now = ctx.clock.now();
  const soonDays = await getNumber(ctx, 'reminder.soon_days', today(ctx));
  const found = await ctx.client.query(
    `select ${deadlineColumns} from duties.deadline where status = 'open' and due_at <= $1`,
    [now.add({ hours: 24 * (soonDays + 1) }).toString()],
  );
  const due = (found.rows as DeadlineRow[]).flatMap((row) => {
    const date = Temporal.PlainDate.from(row.due_date);
    const left = remaining(
      { unit: row.unit, due: { at: instantOf(row.due_at), date }, status: row.status },
      { now, zone, soonDays },
    );
    const stage = stageOf(left);
    return stage ? [{ id: row.id, stage, dueDate: row.due_date }] : [];
  });
  const made = await ctx.client.query(
    `insert into duties.reminder (deadline, stage, due_date, made_at)
     select id, stage, due_date, $4 from unnest($1::uuid[], $2::text[], $3::date[]) as t (id, stage, due_date)
     on conflict do nothing`,
    [due.map((d) => d.id), due.map((d) => d.stage), due.map((d) => d.dueDate), now.toString()],
  );
  return made.rowCount ?? 0;
}
