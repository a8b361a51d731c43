import type { AuditFilter, AuditLine } from '@simpul/contract/platform/audit';
import { exportCap } from '@simpul/contract/platform/audit';
import { countCap } from '@simpul/contract/paging';
import type { Ctx } from '../../platform/context.ts';
import { cursorOf, readCursor } from '../../platform/cursor.ts';
import { AppError } from '../../platform/errors.ts';
import { personNames } from '../accounts/index.ts';
import { agencyNames } from '../agencies/index.ts';

interface Row {
  id: number;
  at: Date;
  actor: string | null;
  agency: string | null;
  action: string;
  outcome: AuditLine['outcome'];
  subject_kind: string | null;
  subject_id: string | null;
  sensitivity: AuditLine['sensitivity'];
  purpose: string | null;
  item_count: number | null;
  detail: AuditLine['detail'];
  request_id: string;
}
const columns = `id, at, actor, agency, action, outcome, subject_kind, subject_id, sensitivity, purpose,
  item_count, detail, request_id`;

/** The moments at which days of the tenant begin. */
const dayStart = (ctx: Ctx, day: string, more = 0): string =>
  Temporal.PlainDate.from(day).add({ days: more }).toZonedDateTime(ctx.actor.zone).toInstant().toString();

function whereOf(ctx: Ctx, f: AuditFilter & { mineOnly?: boolean }) {
  if (f.from && f.to && f.to < f.from)
    throw new AppError('invalid', {
      errors: [{ path: 'to', code: 'before_start', message: 'The last day comes before the first.' }],
    });
  const values: unknown[] = [];
  const value = (v: unknown) => `$${values.push(v)}`;
  // Named although row-level security says it too: the plan then starts from the index.
  const where = [`tenant = ${value(ctx.actor.tenant)}`];
  if (f.action?.endsWith('.')) where.push(`starts_with(action, ${value(f.action)})`);
  else if (f.action) where.push(`action = ${value(f.action)}`);
  if (f.mineOnly) where.push(`actor = ${value(ctx.actor.id)}`);
  else if (f.personId) where.push(`actor = ${value(f.personId)}`);
  if (f.from) where.push(`at >= ${value(dayStart(ctx, f.from))}`);
  if (f.to) where.push(`at < ${value(dayStart(ctx, f.to, 1))}`);
  if (f.outcome) where.push(`outcome = ${value(f.outcome)}`);
  if (f.sensitivity) where.push(`sensitivity >= ${value(f.sensitivity)}`);
  if (f.subjectId) where.push(`subject_id = ${value(f.subjectId)}`);
  return { where, values, value };
}

async function present(ctx: Ctx, rows: Row[]): Promise<AuditLine[]> {
  const people = await personNames(
    ctx,
    rows.map((r) => r.actor),
  );
  const agencies = await agencyNames(ctx, [...new Set(rows.map((r) => r.agency).filter((a) => a !== null))]);
  return rows.map((r) => ({
    id: r.id,
    at: r.at.toISOString(),
    actorId: r.actor,
    actorName: r.actor === null ? null : (people.get(r.actor) ?? null),
    agencyName: r.agency === null ? null : (agencies.get(r.agency) ?? null),
    action: r.action,
    outcome: r.outcome,
    subjectKind: r.subject_kind,
    subjectId: r.subject_id,
    sensitivity: r.sensitivity,
    purpose: r.purpose,
    itemCount: r.item_count,
    detail: r.detail,
    requestId: r.request_id,
  }));
}

type ListQuery = AuditFilter & { cursor?: string | undefined; limit: number; mineOnly?: boolean };

/** A page of the trail, the newest first. Row-level security shows all of the tenant, or one's own lines. */
export async function listEntries(ctx: Ctx, q: ListQuery) {
  const { where, values, value } = whereOf(ctx, q);
  const before = readCursor(q.cursor, ['number'])?.[0];
  const counted = await ctx.client.query(
    `select count(*) as n from (select 1 from audit.entry where ${where.join(' and ')} limit ${countCap + 1}) c`,
    [...values],
  );
  if (before !== undefined) where.push(`id < ${value(before)}`);
  const found = await ctx.client.query(
    `select ${columns} from audit.entry where ${where.join(' and ')} order by id desc limit ${value(q.limit + 1)}`,
    values,
  );
  const rows = found.rows as Row[];
  const last = rows.length > q.limit ? rows[q.limit - 1] : undefined;
  return {
    items: await present(ctx, rows.slice(0, q.limit)),
    nextCursor: last ? cursorOf([String(last.id)]) : null,
    total: counted.rows[0]?.n as number,
  };
}

/** Names of acts that occur: a loose scan of the index, one step for each name. */
export async function listActions(ctx: Ctx): Promise<string[]> {
  const found = await ctx.client.query(
    `with recursive names (action) as (
       (select action from audit.entry where tenant = $1 order by action limit 1)
       union all
       select (select e.action from audit.entry e where e.tenant = $1 and e.action > n.action order by e.action limit 1)
       from names n where n.action is not null)
     select action from names where action is not null`,
    [ctx.actor.tenant],
  );
  return found.rows.map((r) => r.action as string);
}

/** Lines for an export. Throws `too_large` beyond the cap, so that nobody takes a part for the whole. */
export async function exportLines(ctx: Ctx, f: AuditFilter): Promise<AuditLine[]> {
  const { where, values } = whereOf(ctx, f);
  const found = await ctx.client.query(
    `select ${columns} from audit.entry where ${where.join(' and ')} order by id desc limit ${exportCap + 1}`,
    values,
  );
  if (found.rows.length > exportCap) throw new AppError('too_large', { params: { most: exportCap } });
  return present(ctx, found.rows as Row[]);
}
