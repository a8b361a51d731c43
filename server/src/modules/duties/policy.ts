import type { Deadline, DeadlineStatus, DeadlineUnit } from '@simpul/contract/duties/deadline';
import type { Direction } from '@simpul/contract/duties/legal-parameter';
import { afterAct, canBePaused, type DeadlineAct } from '@simpul/contract/duties/rules';
import type { Ctx } from '../../platform/context.ts';

interface Held {
  holder_user: string | null;
  holder_role: string | null;
  holder_agency: string | null;
}
interface Running extends Held {
  status: DeadlineStatus;
  unit: DeadlineUnit;
  direction: Direction;
  choice_group: string | null;
}

/** A deadline is mine when every holder it names is me, my agency, my role. */
const isMine = ({ actor }: Ctx, d: Held): boolean =>
  (d.holder_user === null || d.holder_user === actor.id) &&
  (d.holder_agency === null || d.holder_agency === actor.agency) &&
  (d.holder_role === null || actor.roles.includes(d.holder_role));

/** Who holds a deadline, or oversees all of the task force, may act on it. */
export const mayActOn = (ctx: Ctx, d: Held): boolean => isMine(ctx, d) || ctx.can('duties.manage');

export function isPossible(d: Running, act: DeadlineAct): boolean {
  if (act === 'pause' && !canBePaused(d.unit, d.direction)) return false;
  if (act === 'choose' && d.choice_group === null) return false;
  return afterAct(d.status, act) !== undefined;
}

export function abilitiesOn(ctx: Ctx, d: Running): Deadline['abilities'] {
  const may = mayActOn(ctx, d);
  return {
    complete: may && isPossible(d, 'complete'),
    pause: may && isPossible(d, 'pause'),
    resume: may && isPossible(d, 'resume'),
    choose: may && isPossible(d, 'choose'),
    reopen: may && isPossible(d, 'reopen'),
  };
}
