import type { DutyKindCode } from '@simpul/contract/duties/kinds';
import { fulfilledReason, type FulfilledBy } from '@simpul/contract/duties/rules';
import type { Ctx } from '../../platform/context.ts';
import { finish, storedDue } from './act-on-deadline.ts';
import { dayOf } from './deadline.ts';
import { deadlineColumns, type DeadlineRow } from './present.ts';

/** Closes the turns that are open; what was done before, or is not on the list, stays as it is. */
async function fulfil(
  ctx: Ctx,
  o: { kind: DutyKindCode; periods: readonly string[]; by: FulfilledBy; paper: string },
): Promise<void> {
  const found = await ctx.client.query(
    `select ${deadlineColumns} from duties.deadline
     where subject_kind = 'period' and kind = $1 and subject_id = any($2) and status = 'open' order by id for update`,
    [o.kind, o.periods],
  );
  for (const row of found.rows as DeadlineRow[])
    await finish(ctx, row, 'complete', storedDue(row), fulfilledReason(o.by, o.paper));
}

/** The report of a year was signed: the duty to report to the Governor is done (list of duties, no. 23). */
export const fulfilReportDuty = (ctx: Ctx, o: { year: number; number: string }): Promise<void> =>
  fulfil(ctx, { kind: 'january_report', periods: [String(o.year)], by: 'report_signed', paper: o.number });

/**
 * A round of a year was agreed (no. 38): the quarters of that year that have begun are cleared, and once the year
 * is over so is the round before the January report.
 */
export async function fulfilClearingDuties(ctx: Ctx, o: { year: number; number: number }): Promise<void> {
  const day = dayOf(ctx.clock.now(), ctx.actor.zone);
  const begun = [1, 2, 3, 4].filter(
    (q) => Temporal.PlainDate.compare({ year: o.year, month: 3 * q - 2, day: 1 }, day) <= 0,
  );
  const act = { by: 'round_agreed', paper: `${o.number}/${o.year}` } as const;
  await fulfil(ctx, { ...act, kind: 'clearing_round', periods: begun.map((q) => `${o.year}-Q${q}`) });
  if (o.year < day.year)
    await fulfil(ctx, { ...act, kind: 'clearing_before_report', periods: [String(o.year)] });
}
