import { randomUUIDv7 } from 'node:crypto';
import type { Deadline } from '@simpul/contract/duties/deadline';
import type { DeadlineAct } from '@simpul/contract/duties/rules';
import type { Ctx } from '../../platform/context.ts';
import { AppError } from '../../platform/errors.ts';
import type { Due } from './deadline.ts';
import type { DeadlineRow } from './present.ts';

export type LoggedAct = DeadlineAct | 'set' | 'recompute';

/** One line in the log of a clock. */
export async function addEvent(
  ctx: Ctx,
  e: { deadline: string; act: LoggedAct; dueAt: Temporal.Instant; reason?: string | null },
): Promise<void> {
  await ctx.client.query(
    `insert into duties.deadline_event (id, deadline, act, at, actor, actor_name, reason, due_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      randomUUIDv7(),
      e.deadline,
      e.act,
      ctx.clock.now().toString(),
      ctx.actor.id,
      ctx.actor.name,
      e.reason ?? null,
      e.dueAt.toString(),
    ],
  );
}

export type NewDeadline = Omit<
  DeadlineRow,
  'id' | 'version' | 'anchor_at' | 'due_at' | 'due_date' | 'status'
> & {
  anchor: Temporal.Instant;
  due: Due;
};

const newColumns = [
  'kind',
  'subject_kind',
  'subject_id',
  'subject_label',
  'holder_user',
  'holder_role',
  'holder_agency',
  'parameter_key',
  'parameter_origin',
  'parameter_version',
  'basis',
  'mark',
  'unit',
  'amount',
  'direction',
  'choice_group',
] as const;

/** Inserts an open deadline with its first log line; undefined when the duty of that period is there already. */
export async function insertDeadline(ctx: Ctx, d: NewDeadline): Promise<string | undefined> {
  const id = randomUUIDv7();
  const values = [
    id,
    ...newColumns.map((c) => d[c]),
    d.anchor.toString(),
    d.due.at.toString(),
    d.due.date.toString(),
    ctx.actor.id,
    ctx.clock.now().toString(),
  ];
  const done = await ctx.client.query(
    `insert into duties.deadline (id, ${newColumns.join(', ')}, anchor_at, due_at, due_date, set_by, set_at, status)
     values (${values.map((_, i) => `$${i + 1}`).join(', ')}, 'open')
     on conflict do nothing`,
    values,
  );
  if (done.rowCount === 0) return undefined;
  await addEvent(ctx, { deadline: id, act: 'set', dueAt: d.due.at });
  return id;
}

/** Writes a new status or due time over the version the caller saw. */
export async function updateDeadline(
  ctx: Ctx,
  row: DeadlineRow,
  change: { status: Deadline['status']; due: Due },
): Promise<number> {
  const done = await ctx.client.query(
    `update duties.deadline set status = $3, due_at = $4, due_date = $5, version = version + 1
     where id = $1 and version = $2 returning version`,
    [row.id, row.version, change.status, change.due.at.toString(), change.due.date.toString()],
  );
  const version = done.rows[0]?.version as number | undefined;
  if (version === undefined) throw new AppError('stale_version');
  return version;
}
