import { randomUUIDv7 } from 'node:crypto';
import type { DeadlineHolder, DeadlineSubject } from '@simpul/contract/duties/deadline';
import { dutyKinds, type DutyKindCode } from '@simpul/contract/duties/kinds';
import type { Ref } from '@simpul/contract/route';
import { dayIn } from '../../platform/clock.ts';
import type { Ctx } from '../../platform/context.ts';
import { AppError } from '../../platform/errors.ts';
import { getCalendar } from './calendar-reads.ts';
import { dueOf } from './deadline.ts';
import { findInForce, permaDayUnit, termOf } from './parameters.ts';
import { insertDeadline } from './store.ts';

export interface SetDeadline {
  kind: DutyKindCode;
  subject: DeadlineSubject;
  holder?: { [K in keyof DeadlineHolder]?: DeadlineHolder[K] | undefined } | undefined;
  anchorAt: string;
}

const refuse = (path: string, code: string, message: string) =>
  new AppError('invalid', { errors: [{ path, code, message }] });

/**
 * Starts the clock of a duty with the numbers in force on the day of the event. Where laws contradict each
 * other (payment of restitution), each gives a deadline of its own in one group until somebody chooses.
 */
export async function setDeadline(ctx: Ctx, o: SetDeadline): Promise<Ref> {
  const kind = dutyKinds[o.kind];
  if ('every' in kind && kind.every)
    throw refuse('kind', 'recurring', 'This duty recurs by itself; it needs no deadline by hand.');
  if (o.subject.kind === 'period')
    throw refuse(
      'subject.kind',
      'reserved',
      'Periods are for recurring duties; name what this deadline is about.',
    );
  const anchor = Temporal.Instant.from(o.anchorAt);
  const on = dayIn(ctx.actor.zone, anchor);
  const [parameters, permaDay, calendar] = await Promise.all([
    findInForce(ctx, kind.parameters, on),
    permaDayUnit(ctx, dayIn(ctx.actor.zone, ctx.clock.now())),
    getCalendar(ctx),
  ]);
  const terms = [...parameters.values()].flatMap((parameter) => {
    const term = termOf(parameter, permaDay);
    return term ? [{ parameter, term }] : [];
  });
  const [first] = terms;
  if (!first)
    throw refuse(
      'anchorAt',
      'not_in_force',
      'No number for this duty was in force on that day; check the legal parameters.',
    );
  const holder = o.holder ?? {};
  const named = holder.userId ?? holder.agencyId ?? holder.role ?? null;
  const group = terms.length > 1 ? randomUUIDv7() : null;
  const ids: string[] = [];
  for (const { parameter, term } of terms) {
    const id = await insertDeadline(ctx, {
      kind: o.kind,
      subject_kind: o.subject.kind,
      subject_id: o.subject.id,
      subject_label: o.subject.label,
      holder_user: holder.userId ?? null,
      holder_role: holder.role ?? (named === null ? kind.role : null),
      holder_agency: holder.agencyId ?? null,
      parameter_key: parameter.key,
      parameter_origin: parameter.origin,
      parameter_version: parameter.version,
      basis: parameter.basis,
      mark: parameter.mark,
      unit: term.unit,
      amount: term.unit === 'fixed_date' ? null : term.amount,
      direction: term.direction,
      choice_group: group,
      anchor,
      due: dueOf(term, anchor, {
        zone: ctx.actor.zone,
        isWorkingDay: calendar.isWorkingDay,
        now: ctx.clock.now(),
      }),
    });
    if (id) ids.push(id);
  }
  const [id] = ids;
  if (id === undefined) throw new AppError('conflict');
  await ctx.audit({
    action: 'duties.deadline.set',
    subject: { kind: 'deadline', id },
    detail: { kind: o.kind, clocks: ids.length },
  });
  return { id, version: 1 };
}
