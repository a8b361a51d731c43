import { countCap } from '@simpul/contract/paging';
import type { Job } from '@simpul/contract/platform/jobs';
import type { Ref } from '@simpul/contract/route';
import type { Ctx } from '../../platform/context.ts';
import { cursorOf, readCursor } from '../../platform/cursor.ts';
import { AppError } from '../../platform/errors.ts';
import { personNames } from '../accounts/index.ts';
import { agencyNames } from '../agencies/index.ts';

interface Row {
  id: string;
  task: string;
  state: Job['state'];
  done: number;
  total: number | null;
  actor: string;
  agency: string | null;
  created_at: Date;
  created: string;
  started_at: Date | null;
  finished_at: Date | null;
  error_code: string | null;
  cancel_requested: boolean;
  ids: Record<string, string>;
}
/** `created` keeps the microseconds by which the list is sorted. */
const columns = `id, task, state, done, total, actor, agency, created_at, started_at, finished_at, error_code,
  cancel_requested, ids, to_char(created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as created`;

/** Whoever started it may stop it, and whoever oversees the work of all; not the rest of the agency. */
const mayCancel = (ctx: Ctx, r: Row) =>
  (r.actor === ctx.actor.id || ctx.can('jobs.read')) &&
  (r.state === 'queued' || r.state === 'running') &&
  !r.cancel_requested;

/** How many rows an agency's file has is a count of a single agency: its own people see it, whoever oversees does not. */
const progressOf = (ctx: Ctx, r: Row) =>
  r.agency === null || r.agency === ctx.actor.agency
    ? { done: r.done, total: r.total }
    : { done: 0, total: null };

async function present(ctx: Ctx, rows: Row[]): Promise<Job[]> {
  const people = await personNames(
    ctx,
    rows.map((r) => r.actor),
  );
  const agencies = await agencyNames(ctx, [...new Set(rows.map((r) => r.agency).filter((a) => a !== null))]);
  return rows.map((r) => ({
    id: r.id,
    task: r.task,
    state: r.state,
    ...progressOf(ctx, r),
    startedByName: people.get(r.actor) ?? null,
    agencyName: r.agency === null ? null : (agencies.get(r.agency) ?? null),
    createdAt: r.created_at.toISOString(),
    startedAt: r.started_at?.toISOString() ?? null,
    finishedAt: r.finished_at?.toISOString() ?? null,
    errorCode: r.error_code,
    cancelRequested: r.cancel_requested,
    ids: r.ids,
    abilities: { cancel: mayCancel(ctx, r) },
  }));
}

interface ListQuery {
  cursor?: string | undefined;
  limit: number;
  scope: 'mine' | 'agency' | 'all';
  state?: Job['state'] | undefined;
}

/** Long work, the newest first; `all` is what row-level security shows. */
export async function listJobs(ctx: Ctx, q: ListQuery) {
  const after = readCursor(q.cursor, ['instant', 'uuid']);
  const { actor } = ctx;
  const values: unknown[] = [];
  const value = (v: unknown) => `$${values.push(v)}`;
  const where = [`tenant = ${value(actor.tenant)}`];
  if (q.scope === 'mine') where.push(`actor = ${value(actor.id)}`);
  if (q.scope === 'agency') where.push(`agency = ${value(actor.agency)}`);
  if (q.state) where.push(`state = ${value(q.state)}`);
  const counted = await ctx.client.query(
    `select count(*) as n from (select 1 from platform.job where ${where.join(' and ')} limit ${countCap + 1}) c`,
    [...values],
  );
  if (after) where.push(`(created_at, id) < (${value(after[0])}, ${value(after[1])})`);
  const found = await ctx.client.query(
    `select ${columns} from platform.job where ${where.join(' and ')}
     order by created_at desc, id desc limit ${value(q.limit + 1)}`,
    values,
  );
  const rows = found.rows as Row[];
  const last = rows.length > q.limit ? rows[q.limit - 1] : undefined;
  return {
    items: await present(ctx, rows.slice(0, q.limit)),
    nextCursor: last ? cursorOf([last.created, last.id]) : null,
    total: counted.rows[0]?.n as number,
  };
}

async function getRow(ctx: Ctx, id: string): Promise<Row> {
  const found = await ctx.client.query(`select ${columns} from platform.job where id = $1`, [id]);
  const row = found.rows[0] as Row | undefined;
  if (!row) throw new AppError('not_found');
  return row;
}

export async function getJob(ctx: Ctx, { id }: { id: string }): Promise<Job> {
  const [job] = await present(ctx, [await getRow(ctx, id)]);
  if (!job) throw new AppError('not_found');
  return job;
}

/** Asks the work to stop; it does so at its next step, and never when nobody started it yet. */
export async function cancelJob(ctx: Ctx, { id }: { id: string }): Promise<Ref> {
  const row = await getRow(ctx, id);
  if (row.actor !== ctx.actor.id && !ctx.can('jobs.read')) throw new AppError('forbidden');
  if (!mayCancel(ctx, row)) throw new AppError('wrong_state');
  const done = await ctx.client.query(
    "update platform.job set cancel_requested = true where id = $1 and state in ('queued', 'running')",
    [id],
  );
  if (done.rowCount !== 1) throw new AppError('wrong_state');
  await ctx.audit({ action: 'jobs.cancel', subject: { kind: 'job', id }, detail: { task: row.task } });
  return { id };
}
