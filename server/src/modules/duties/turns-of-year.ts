import { type DutyKind, type DutyKindCode, dutyKinds } from '@simpul/contract/duties/kinds';
import type { LegalParameter } from '@simpul/contract/duties/legal-parameter';
import type { Ctx } from '../../platform/context.ts';
import { getCalendar } from './calendar-reads.ts';
import { appliesTo, occurrences } from './occurrences.ts';
import { findInForce, permaDayUnit, today } from './parameters.ts';

export interface Turn {
  kind: DutyKindCode;
  due: string;
  title: LegalParameter['title'];
  holder: LegalParameter['dutyHolder'];
  basis: string;
  mark: LegalParameter['mark'];
}

/** The recurring duties of the task force itself in a year, by day: what the report's outlook lists. */
export async function listTurnsOfYear(ctx: Ctx, year: number): Promise<Turn[]> {
  const kinds = (Object.entries(dutyKinds) as [DutyKindCode, DutyKind][]).filter(
    ([, kind]) =>
      kind.every && kind.every !== 'month' && !kind.perAgency && appliesTo(kind, ctx.actor.tenant),
  );
  const [calendar, permaDay, parameters] = await Promise.all([
    getCalendar(ctx),
    permaDayUnit(ctx, today(ctx)),
    findInForce(ctx, [...new Set(kinds.flatMap(([, kind]) => kind.parameters))], today(ctx)),
  ]);
  const clock = { zone: ctx.actor.zone, isWorkingDay: calendar.isWorkingDay };
  const from = Temporal.PlainDate.from({ year, month: 1, day: 1 });
  const to = Temporal.PlainDate.from({ year, month: 12, day: 31 });
  return kinds
    .flatMap(([kind, duty]) =>
      duty.parameters
        .flatMap((key) => parameters.get(key) ?? [])
        .flatMap((p) =>
          occurrences(duty, p, { from, to, clock, permaDay }).map((turn) => ({
            kind,
            due: turn.due.toString(),
            title: p.title,
            holder: p.dutyHolder,
            basis: p.basis,
            mark: p.mark,
          })),
        ),
    )
    .toSorted((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
}
