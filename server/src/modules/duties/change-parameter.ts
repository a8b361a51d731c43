import { randomUUIDv7 } from 'node:crypto';
import type { LegalParameter, ParameterUnit } from '@simpul/contract/duties/legal-parameter';
import { parameterProblem, unitsAfter } from '@simpul/contract/duties/rules';
import type { Ref } from '@simpul/contract/route';
import type { Ctx } from '../../platform/context.ts';
import { AppError } from '../../platform/errors.ts';
import { getLegalParameter, today } from './parameters.ts';
import { moveRecurring } from './recurring.ts';

/** The version in force, if it is the one the caller saw. */
async function current(ctx: Ctx, o: { key: string; version: number }): Promise<LegalParameter> {
  const { current: found } = await getLegalParameter(ctx, { key: o.key });
  if (!found) throw new AppError('not_found');
  if (found.version !== o.version) throw new AppError('stale_version');
  return found;
}

/** Records that a number was read in the official text. Numbers from memory are marked until somebody does. */
export async function verifyLegalParameter(
  ctx: Ctx,
  o: { key: string; version: number; source: string },
): Promise<Ref> {
  const parameter = await current(ctx, o);
  await ctx.client.query(
    `insert into duties.parameter_check (id, key, origin, version, source, checked_by, checked_by_name, checked_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      randomUUIDv7(),
      o.key,
      parameter.origin,
      parameter.version,
      o.source,
      ctx.actor.id,
      ctx.actor.name,
      ctx.clock.now().toString(),
    ],
  );
  await ctx.audit({
    action: 'duties.parameter.verify',
    subject: { kind: 'parameter', id: o.key },
    detail: { version: parameter.version, origin: parameter.origin },
  });
  return { id: o.key, version: parameter.version };
}

export interface Supersede {
  key: string;
  version: number;
  value: number | null;
  text: string | null;
  unit: ParameterUnit;
  basis: string;
  validFrom: string;
  reason: string;
}

const mend: Record<NonNullable<ReturnType<typeof parameterProblem>>, [field: string, message: string]> = {
  value_missing: ['value', 'Enter the number.'],
  value_not_whole: ['value', 'Enter a whole number.'],
  value_out_of_range: ['value', 'Enter a number that this unit allows.'],
  value_not_expected: ['value', 'Leave the number empty: this unit has none.'],
  text_not_month_day: ['text', 'Enter month and day as MM-DD, for example 01-31.'],
  text_not_window: ['text', 'Enter first and last day as MM-DD/MM-DD, for example 02-22/03-07.'],
  text_not_choice: ['text', 'Choose working_days or calendar_days.'],
  text_not_expected: ['text', 'Leave the text empty: this unit has a number.'],
};

function checkNext(o: Supersede, before: LegalParameter): void {
  const refuse = (path: string, code: string, message: string) =>
    new AppError('invalid', { errors: [{ path, code, message }] });
  if (!unitsAfter(before.unit).includes(o.unit))
    throw refuse(
      'unit',
      'unit_not_allowed',
      `This parameter can be given in: ${unitsAfter(before.unit).join(', ')}.`,
    );
  const problem = parameterProblem(o);
  if (problem) throw refuse(mend[problem][0], problem, mend[problem][1]);
  if (o.validFrom < before.validFrom)
    throw refuse(
      'validFrom',
      'before_former',
      `Choose ${before.validFrom} or a later day: from then the former version applies.`,
    );
}

/**
 * Enters the next version of a number for this office. Running clocks keep the version they were set by and
 * say that a newer one exists; recurring duties that are still open move.
 */
export async function supersedeLegalParameter(ctx: Ctx, o: Supersede): Promise<Ref> {
  const before = await current(ctx, o);
  checkNext(o, before);
  const next = await ctx.client.query(
    `select greatest($2::integer, (select max(version) from duties.parameter where key = $1),
                     (select max(version) from duties.parameter_version where key = $1)) + 1 as version`,
    [o.key, before.version],
  );
  const version = Number(next.rows[0]?.version);
  await ctx.client.query(
    `insert into duties.parameter_version
       (id, key, version, value, text, unit, basis, valid_from, reason, made_by, made_by_name, made_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      randomUUIDv7(),
      o.key,
      version,
      o.value,
      o.text,
      o.unit,
      o.basis,
      o.validFrom,
      o.reason,
      ctx.actor.id,
      ctx.actor.name,
      ctx.clock.now().toString(),
    ],
  );
  const moved = o.validFrom <= today(ctx) && ctx.can('duties.manage') ? await moveRecurring(ctx, o.key) : 0;
  await ctx.audit({
    action: 'duties.parameter.supersede',
    subject: { kind: 'parameter', id: o.key },
    detail: { version, moved },
  });
  return { id: o.key, version };
}
