import type { AgencyRename } from '@simpul/contract/agencies/commands';
import type { Ref } from '@simpul/contract/route';
import type { Ctx } from '../../platform/context.ts';
import { auditAgency, dayBefore, refuse, takeAgency } from './change-agency.ts';
import { insertName } from './store.ts';

interface NameRow {
  id: string;
  from: string | null;
  to: string | null;
}

const tooEarly = () =>
  refuse('from', 'name_order', 'Nama baru harus mulai sesudah nama yang sekarang mulai berlaku.');

/**
 * A new name from a day on. The former ends the day before; a name that starts on the very day of the present one
 * corrects it, and the mistaken row stays as superseded.
 */
export async function renameAgency(ctx: Ctx, input: AgencyRename): Promise<Ref> {
  const version = await takeAgency(ctx, input, 'active');
  const found = await ctx.client.query(
    `select id, valid_from as "from", valid_to as "to" from agencies.agency_name
      where agency = $1 and kind = 'official' and superseded_at is null`,
    [input.id],
  );
  const names = found.rows as NameRow[];
  const present = names.find((n) => n.to === null);
  const corrects = present !== undefined && present.from === input.from;
  if (present?.from && input.from < present.from) throw tooEarly();
  if (names.some((n) => n.to !== null && n.to >= input.from)) throw tooEarly();
  if (present && corrects)
    await ctx.client.query('update agencies.agency_name set superseded_at = $2 where id = $1', [
      present.id,
      ctx.clock.now().toString(),
    ]);
  else if (present)
    await ctx.client.query('update agencies.agency_name set valid_to = $2 where id = $1', [
      present.id,
      dayBefore(input.from),
    ]);
  await insertName(ctx, input.id, input);
  await auditAgency(ctx, 'agencies.agency.rename', input.id, { from: input.from, corrects });
  return { id: input.id, version };
}
