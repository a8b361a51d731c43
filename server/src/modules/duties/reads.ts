import type { Deadline, TaskList } from '@simpul/contract/duties/deadline';
import { dutyKinds } from '@simpul/contract/duties/kinds';
import { countCap } from '@simpul/contract/paging';
import type { Ctx } from '../../platform/context.ts';
import { AppError } from '../../platform/errors.ts';
import { dayOf, endOfDay } from './deadline.ts';
import { getNumber, today } from './parameters.ts';
import { deadlineColumns, type DeadlineRow, logOf, presentDeadlines } from './present.ts';

/** Row-level security also shows what a person oversees or set for others; a task is what is theirs to do. */
const mine = `(holder_user is null or holder_user = $1)
  and (holder_agency is null or holder_agency = $2)
  and (holder_role is null or holder_role = any ($3))`;
const mineValues = ({ actor }: Ctx) => [actor.id, actor.agency, actor.roles];

const mostTasks = 200;

/** What is due for me until a day, late first; what is due later is only counted. */
export async function listMyTasks(ctx: Ctx, o: { until?: string | undefined }): Promise<TaskList> {
  const { zone } = ctx.actor;
  const now = ctx.clock.now();
  const day = dayOf(now, zone);
  const until =
    o.until ?? day.add({ days: await getNumber(ctx, 'reminder.soon_days', today(ctx)) }).toString();
  if (until < day.toString())
    throw new AppError('invalid', {
      errors: [{ path: 'until', code: 'past', message: 'Choose today or a later day.' }],
    });
  const end = endOfDay(Temporal.PlainDate.from(until), zone);
  const [found, counted] = await Promise.all([
    ctx.client.query(
      `select ${deadlineColumns} from duties.deadline
       where status in ('open', 'paused') and due_at <= $4 and ${mine}
       order by due_at, id limit ${mostTasks}`,
      [...mineValues(ctx), end.toString()],
    ),
    ctx.client.query(
      `select count(*) filter (where status = 'open' and due_at < $4) as late,
              count(*) filter (where status = 'open' and due_at >= $4 and due_date <= $5) as today,
              count(*) filter (where status = 'open' and due_date > $5 and due_at <= $6) as soon,
              count(*) filter (where status = 'paused' or due_at > $6) as later
       from duties.deadline where status in ('open', 'paused') and ${mine}`,
      [...mineValues(ctx), now.toString(), day.toString(), end.toString()],
    ),
  ]);
  const items = await presentDeadlines(ctx, found.rows as DeadlineRow[]);
  return {
    now: now.toString(),
    zone,
    today: day.toString(),
    until,
    counts: counted.rows[0] as TaskList['counts'],
    items: items.map((d) => ({ ...d, verb: dutyKinds[d.kind].verb })),
  };
}

interface ListFilter {
  cursor?: string | undefined;
  limit: number;
  status?: string | undefined;
  kind?: string | undefined;
  late?: boolean | undefined;
  from?: string | undefined;
  to?: string | undefined;
}

const readCursor = (cursor: string | undefined): [string, string] | undefined => {
  if (cursor === undefined) return undefined;
  const [at, id, ...more] = Buffer.from(cursor, 'base64url').toString().split(' ');
  const whole = at !== undefined && id !== undefined && more.length === 0;
  if (!whole || Number.isNaN(Date.parse(at)) || !/^[0-9a-f-]{36}$/.test(id))
    throw new AppError('invalid', {
      errors: [{ path: 'cursor', code: 'format', message: 'Use the nextCursor of the page before.' }],
    });
  return [at, id];
};

/** All deadlines the person may see, by due time. */
export async function listDeadlines(ctx: Ctx, o: ListFilter) {
  const after = readCursor(o.cursor);
  const values: unknown[] = [];
  const value = (v: unknown) => `$${values.push(v)}`;
  const where = ['true'];
  if (o.status === 'running') where.push("status in ('open', 'paused')");
  else if (o.status) where.push(`status = ${value(o.status)}`);
  if (o.kind) where.push(`kind = ${value(o.kind)}`);
  if (o.late !== undefined)
    where.push(`(status = 'open' and due_at < ${value(ctx.clock.now().toString())}) = ${value(o.late)}`);
  if (o.from) where.push(`due_date >= ${value(o.from)}`);
  if (o.to) where.push(`due_date <= ${value(o.to)}`);
  const counted = await ctx.client.query(
    `select count(*) as n from (select 1 from duties.deadline where ${where.join(' and ')} limit ${countCap + 1}) c`,
    [...values],
  );
  if (after) where.push(`(due_at, id) > (${value(after[0])}::timestamptz, ${value(after[1])}::uuid)`);
  const found = await ctx.client.query(
    `select ${deadlineColumns} from duties.deadline where ${where.join(' and ')}
     order by due_at, id limit ${value(o.limit + 1)}`,
    values,
  );
  const rows = found.rows as DeadlineRow[];
  const shown = rows.slice(0, o.limit);
  const last = shown.at(-1);
  return {
    items: await presentDeadlines(ctx, shown),
    nextCursor:
      rows.length > o.limit && last
        ? Buffer.from(`${last.due_at.toISOString()} ${last.id}`).toString('base64url')
        : null,
    total: Number(counted.rows[0]?.n ?? 0),
  };
}

/** The row of a deadline the person may see. */
export async function getDeadlineRow(ctx: Ctx, id: string): Promise<DeadlineRow> {
  const found = await ctx.client.query(`select ${deadlineColumns} from duties.deadline where id = $1`, [id]);
  const row = found.rows[0] as DeadlineRow | undefined;
  if (!row) throw new AppError('not_found');
  return row;
}

export async function getDeadline(ctx: Ctx, { id }: { id: string }) {
  const row = await getDeadlineRow(ctx, id);
  const [deadlines, logs, others] = await Promise.all([
    presentDeadlines(ctx, [row]),
    logOf(ctx, [id]),
    ctx.client.query(
      'select id, basis, due_date, status from duties.deadline where choice_group = $1 and id <> $2 order by due_at, id',
      [row.choice_group, id],
    ),
  ]);
  const [deadline] = deadlines as [Deadline];
  return {
    ...deadline,
    alternatives: others.rows.map((r) => ({
      id: r.id as string,
      basis: r.basis as string,
      dueDate: r.due_date as string,
      status: r.status as Deadline['status'],
    })),
    log: (logs.get(id) ?? []).map((e) => ({
      act: e.act,
      at: e.at.toISOString(),
      byName: e.actor_name,
      reason: e.reason,
      dueAt: e.due_at.toISOString(),
    })),
  };
}

const reminderDays = 14;

export async function listMyReminders(ctx: Ctx) {
  const since = ctx.clock.now().subtract({ hours: 24 * reminderDays });
  const found = await ctx.client.query(
    `select r.deadline, d.kind, d.subject_label, d.due_date, r.stage, r.made_at
     from duties.reminder r join duties.deadline d on d.id = r.deadline
     where d.status = 'open' and r.due_date = d.due_date and r.made_at >= $4 and ${mine}
     order by r.made_at desc, d.due_at limit 50`,
    [...mineValues(ctx), since.toString()],
  );
  return {
    items: found.rows.map((r) => ({
      deadlineId: r.deadline as string,
      kind: r.kind as Deadline['kind'],
      subjectLabel: r.subject_label as string,
      dueDate: r.due_date as string,
      stage: r.stage as 'soon' | 'tomorrow' | 'today' | 'late',
      madeAt: (r.made_at as Date).toISOString(),
    })),
  };
}
