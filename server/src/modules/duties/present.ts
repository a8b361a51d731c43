import type { Deadline } from '@simpul/contract/duties/deadline';
import type { DutyKindCode } from '@simpul/contract/duties/kinds';
import type { ParameterMark } from '@simpul/contract/duties/legal-parameter';
import type { Ctx } from '../../platform/context.ts';
import type { Calendar } from './calendar.ts';
import { getCalendar } from './calendar-reads.ts';
import { type Due, dueOf, type Interval, pausesOf, remaining } from './deadline.ts';
import { getNumber, listLegalParameters, today } from './parameters.ts';
import { abilitiesOn } from './policy.ts';

export interface DeadlineRow {
  id: string;
  version: number;
  kind: DutyKindCode;
  subject_kind: string;
  subject_id: string;
  subject_label: string;
  holder_user: string | null;
  holder_role: string | null;
  holder_agency: string | null;
  parameter_key: string;
  parameter_origin: 'reference' | 'tenant';
  parameter_version: number;
  basis: string;
  mark: ParameterMark;
  unit: Deadline['unit'];
  amount: number | null;
  direction: Deadline['direction'];
  anchor_at: Date;
  due_at: Date;
  due_date: string;
  status: Deadline['status'];
  choice_group: string | null;
}
export const deadlineColumns =
  'id, version, kind, subject_kind, subject_id, subject_label, holder_user, holder_role, holder_agency, parameter_key, parameter_origin, parameter_version, basis, mark, unit, amount, direction, anchor_at, due_at, due_date, status, choice_group';

export interface LogRow {
  deadline: string;
  act: string;
  at: Date;
  actor_name: string;
  reason: string | null;
  due_at: Date;
}

export const instantOf = (date: Date): Temporal.Instant =>
  Temporal.Instant.fromEpochMilliseconds(date.getTime());

export async function logOf(ctx: Ctx, ids: readonly string[]): Promise<Map<string, LogRow[]>> {
  if (ids.length === 0) return new Map();
  const found = await ctx.client.query(
    'select deadline, act, at, actor_name, reason, due_at from duties.deadline_event where deadline = any($1) order by id',
    [ids],
  );
  return Map.groupBy(found.rows as LogRow[], (row) => row.deadline);
}

const clockEntries = (log: readonly LogRow[]) => log.map((e) => ({ act: e.act, at: instantOf(e.at) }));

/** When the clock of a row is due, by its log and the calendar of today. */
export function dueOfRow(ctx: Ctx, row: DeadlineRow, pauses: readonly Interval[], calendar: Calendar): Due {
  return dueOf(
    { unit: row.unit, amount: row.amount ?? 0, direction: row.direction },
    instantOf(row.anchor_at),
    {
      zone: ctx.actor.zone,
      isWorkingDay: calendar.isWorkingDay,
      pauses,
      now: ctx.clock.now(),
    },
  );
}

/** Turns rows into deadlines as people see them: time left, check mark of the basis, what may be done. */
export async function presentDeadlines(ctx: Ctx, rows: readonly DeadlineRow[]): Promise<Deadline[]> {
  if (rows.length === 0) return [];
  const paused = rows.filter((r) => r.status === 'paused').map((r) => r.id);
  const [parameters, soonDays, logs, calendar] = await Promise.all([
    listLegalParameters(ctx, {}),
    getNumber(ctx, 'reminder.soon_days', today(ctx)),
    logOf(
      ctx,
      rows.map((r) => r.id),
    ),
    paused.length > 0 ? getCalendar(ctx) : null,
  ]);
  const current = new Map(parameters.items.map((p) => [p.key, p]));
  const now = ctx.clock.now();
  return rows.map((row) => {
    const log = logs.get(row.id) ?? [];
    const pauses = pausesOf(clockEntries(log));
    const due: Due =
      row.status === 'paused' && calendar
        ? dueOfRow(ctx, row, pauses, calendar)
        : { at: instantOf(row.due_at), date: Temporal.PlainDate.from(row.due_date) };
    const parameter = current.get(row.parameter_key);
    const same =
      parameter?.version === row.parameter_version && parameter.origin === row.parameter_origin
        ? parameter
        : undefined;
    return {
      id: row.id,
      version: row.version,
      kind: row.kind,
      subject: { kind: row.subject_kind, id: row.subject_id, label: row.subject_label },
      holder: { userId: row.holder_user, role: row.holder_role, agencyId: row.holder_agency },
      basis: {
        parameterKey: row.parameter_key,
        parameterVersion: row.parameter_version,
        text: row.basis,
        mark: row.mark,
        checked: Boolean(same?.verification),
        outdated: parameter !== undefined && same === undefined,
      },
      unit: row.unit,
      amount: row.amount,
      direction: row.direction,
      anchorAt: row.anchor_at.toISOString(),
      dueAt: due.at.toString(),
      dueDate: due.date.toString(),
      status: row.status,
      remaining: remaining(
        { unit: row.unit, due, status: row.status },
        { now, zone: ctx.actor.zone, soonDays },
      ),
      pauses: log
        .filter((e) => e.act === 'pause')
        .map((e, i) => ({
          pausedAt: e.at.toISOString(),
          resumedAt: pauses[i]?.to?.toString() ?? null,
          reason: e.reason ?? '',
        })),
      choiceGroup: row.choice_group,
      abilities: abilitiesOn(ctx, row),
    };
  });
}
