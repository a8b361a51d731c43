import { dutyKinds, type DutyKind, type DutyKindCode } from '@simpul/contract/duties/kinds';
import type { LegalParameter } from '@simpul/contract/duties/legal-parameter';
import type { Ctx } from '../../platform/context.ts';
import { getCalendar } from './calendar-reads.ts';
import { type Clock, dayOf, endOfDay } from './deadline.ts';
import { appliesTo, horizonDays, type Occurrence, occurrences } from './occurrences.ts';
import { findInForce, permaDayUnit, today } from './parameters.ts';
import { deadlineColumns, type DeadlineRow } from './present.ts';
import { addEvent, insertDeadline, updateDeadline } from './store.ts';

const recurring = Object.entries(dutyKinds as Record<string, DutyKind>).filter(([, kind]) => kind.every) as [
  DutyKindCode,
  DutyKind & { every: 'year' | 'quarter' | 'month' },
][];

interface Setting {
  clock: Clock;
  permaDay: Awaited<ReturnType<typeof permaDayUnit>>;
  day: Temporal.PlainDate;
  parameters: Map<string, LegalParameter>;
}

async function settingOf(ctx: Ctx): Promise<Setting> {
  const [calendar, permaDay, parameters] = await Promise.all([
    getCalendar(ctx),
    permaDayUnit(ctx, today(ctx)),
    findInForce(ctx, [...new Set(recurring.flatMap(([, kind]) => kind.parameters))], today(ctx)),
  ]);
  return {
    clock: { zone: ctx.actor.zone, isWorkingDay: calendar.isWorkingDay },
    permaDay,
    day: dayOf(ctx.clock.now(), ctx.actor.zone),
    parameters,
  };
}

const dueEnd = (o: Occurrence, zone: string) => ({ at: endOfDay(o.due, zone), date: o.due });

/**
 * Puts the next turn of every recurring duty on the list, once for the task force or once for each agency
 * in which somebody holds its role. Safe to repeat: a turn that is there, also one that was done, is left alone.
 */
export async function makeRecurring(ctx: Ctx): Promise<number> {
  const { clock, permaDay, day, parameters } = await settingOf(ctx);
  const known = await ctx.client.query(
    `select kind, subject_id, parameter_key, holder_agency from duties.deadline where subject_kind = 'period' and due_date >= $1`,
    [day.toString()],
  );
  const there = new Set(
    known.rows.map((r) => `${r.kind} ${r.subject_id} ${r.parameter_key} ${r.holder_agency ?? ''}`),
  );
  let made = 0;
  for (const [code, kind] of recurring) {
    if (!appliesTo(kind, ctx.actor.tenant)) continue;
    const to = day.add({ days: horizonDays[kind.every] });
    const agencies = kind.perAgency ? await agenciesWithRole(ctx, kind.role) : [null];
    for (const parameter of kind.parameters.flatMap((key) => parameters.get(key) ?? []))
      for (const turn of occurrences(kind, parameter, { from: day, to, clock, permaDay }))
        for (const agency of agencies) {
          if (there.has(`${code} ${turn.period} ${parameter.key} ${agency ?? ''}`)) continue;
          const id = await insertDeadline(ctx, {
            kind: code,
            subject_kind: 'period',
            subject_id: turn.period,
            subject_label: turn.period,
            holder_user: null,
            holder_role: kind.role,
            holder_agency: agency,
            ...basisOf(parameter),
            unit: 'fixed_date',
            amount: null,
            direction: 'after',
            choice_group: null,
            anchor: turn.due.toZonedDateTime(clock.zone).toInstant(),
            due: dueEnd(turn, clock.zone),
          });
          if (id) made++;
        }
  }
  return made;
}

async function agenciesWithRole(ctx: Ctx, role: string): Promise<string[]> {
  const found = await ctx.client.query('select duties.agencies_with_role($1) as id', [role]);
  return found.rows.map((r) => r.id as string).toSorted();
}

const basisOf = (p: LegalParameter) => ({
  parameter_key: p.key,
  parameter_origin: p.origin,
  parameter_version: p.version,
  basis: p.basis,
  mark: p.mark,
});

/** After a number changed: open turns of the recurring duties it sets move to the new day. */
export async function moveRecurring(ctx: Ctx, key: string): Promise<number> {
  const { clock, permaDay, day, parameters } = await settingOf(ctx);
  const parameter = parameters.get(key);
  if (!parameter) return 0;
  const found = await ctx.client.query(
    `select ${deadlineColumns} from duties.deadline where subject_kind = 'period' and parameter_key = $1 and status = 'open'`,
    [key],
  );
  let moved = 0;
  for (const row of found.rows as DeadlineRow[]) {
    const span = { from: day.subtract({ years: 2 }), to: day.add({ years: 2 }), clock, permaDay };
    const turn = occurrences(dutyKinds[row.kind], parameter, span).find((o) => o.period === row.subject_id);
    if (!turn) continue;
    const due = dueEnd(turn, clock.zone);
    await updateDeadline(ctx, row, { status: row.status, due });
    await ctx.client.query(
      `update duties.deadline set parameter_origin = $2, parameter_version = $3, basis = $4, mark = $5, anchor_at = $6 where id = $1`,
      [
        row.id,
        parameter.origin,
        parameter.version,
        parameter.basis,
        parameter.mark,
        turn.due.toZonedDateTime(clock.zone).toInstant().toString(),
      ],
    );
    await addEvent(ctx, { deadline: row.id, act: 'recompute', dueAt: due.at, reason: parameter.key });
    moved++;
  }
  return moved;
}
