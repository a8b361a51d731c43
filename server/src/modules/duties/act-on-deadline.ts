import { afterAct, type DeadlineAct } from '@simpul/contract/duties/rules';
import type { Ref } from '@simpul/contract/route';
import type { Ctx } from '../../platform/context.ts';
import { AppError } from '../../platform/errors.ts';
import { getCalendar } from './calendar-reads.ts';
import { type Due, pausesOf } from './deadline.ts';
import { isPossible, mayActOn } from './policy.ts';
import { deadlineColumns, type DeadlineRow, dueOfRow, instantOf, logOf } from './present.ts';
import { getDeadlineRow } from './reads.ts';
import { addEvent, updateDeadline } from './store.ts';

interface Act {
  id: string;
  version: number;
  reason?: string | undefined;
}

/** Loads the deadline and asks whether the person may do this, and whether it is possible now. */
async function prepare(ctx: Ctx, o: Act, act: DeadlineAct): Promise<DeadlineRow> {
  const row = await getDeadlineRow(ctx, o.id);
  if (!mayActOn(ctx, row)) throw new AppError('forbidden');
  if (row.version !== o.version) throw new AppError('stale_version');
  if (!isPossible(row, act)) throw new AppError('wrong_state', { params: { status: row.status, act } });
  return row;
}

export const storedDue = (row: DeadlineRow): Due => ({
  at: instantOf(row.due_at),
  date: Temporal.PlainDate.from(row.due_date),
});

export async function finish(
  ctx: Ctx,
  row: DeadlineRow,
  act: DeadlineAct,
  due: Due,
  reason?: string,
): Promise<Ref> {
  const status = afterAct(row.status, act);
  if (!status) throw new AppError('wrong_state', { params: { status: row.status, act } });
  const version = await updateDeadline(ctx, row, { status, due });
  await addEvent(ctx, { deadline: row.id, act, dueAt: due.at, reason: reason ?? null });
  await ctx.audit({
    action: `duties.deadline.${act}`,
    subject: { kind: 'deadline', id: row.id },
    detail: { kind: row.kind },
  });
  return { id: row.id, version };
}

export async function completeDeadline(
  ctx: Ctx,
  o: Omit<Act, 'reason'> & { note?: string | undefined },
): Promise<Ref> {
  const row = await prepare(ctx, o, 'complete');
  return finish(ctx, row, 'complete', storedDue(row), o.note);
}

export async function reopenDeadline(ctx: Ctx, o: Act): Promise<Ref> {
  const row = await prepare(ctx, o, 'reopen');
  return finish(ctx, row, 'reopen', await dueByLog(ctx, row), o.reason);
}

/** Stops a running clock. One that has run out is late and stays so. */
export async function pauseDeadline(ctx: Ctx, o: Act): Promise<Ref> {
  const row = await prepare(ctx, o, 'pause');
  if (Temporal.Instant.compare(instantOf(row.due_at), ctx.clock.now()) < 0)
    throw new AppError('wrong_state', { params: { status: 'late', act: 'pause' } });
  return finish(ctx, row, 'pause', storedDue(row), o.reason);
}

/** Lets the clock run on: the paused time is handed back in the unit of the limit. */
export async function resumeDeadline(ctx: Ctx, o: Act): Promise<Ref> {
  const row = await prepare(ctx, o, 'resume');
  return finish(ctx, row, 'resume', await dueByLog(ctx, row, 'resume'), o.reason);
}

/** The due time by the log, as if `act` were its next line. */
async function dueByLog(ctx: Ctx, row: DeadlineRow, act?: DeadlineAct): Promise<Due> {
  const [logs, calendar] = await Promise.all([logOf(ctx, [row.id]), getCalendar(ctx)]);
  const log = (logs.get(row.id) ?? []).map((e) => ({ act: e.act, at: instantOf(e.at) }));
  const pauses = pausesOf(act ? [...log, { act, at: ctx.clock.now() }] : log);
  return dueOfRow(ctx, row, pauses, calendar);
}

/** Follows one of several contradictory deadlines; the others stay on record as not followed. */
export async function chooseDeadline(ctx: Ctx, o: Act): Promise<Ref> {
  const row = await prepare(ctx, o, 'choose');
  const group = await ctx.client.query(
    `select ${deadlineColumns} from duties.deadline
     where choice_group = $1 and id <> $2 and status in ('open', 'paused') order by id`,
    [row.choice_group, row.id],
  );
  const others = group.rows as DeadlineRow[];
  if (others.length === 0)
    throw new AppError('wrong_state', { params: { status: row.status, act: 'choose' } });
  for (const other of others) {
    if (!mayActOn(ctx, other)) throw new AppError('forbidden');
    await finish(ctx, other, 'pass_over', storedDue(other), o.reason);
  }
  return finish(ctx, row, 'choose', storedDue(row), o.reason);
}
