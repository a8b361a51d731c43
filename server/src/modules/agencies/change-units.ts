import { randomUUIDv7 } from 'node:crypto';
import type { NewUnit, UnitEnd } from '@simpul/contract/agencies/commands';
import type { Ref } from '@simpul/contract/route';
import type { Ctx } from '../../platform/context.ts';
import { AppError } from '../../platform/errors.ts';
import { auditAgency, refuse, takeAgency } from './change-agency.ts';

/** Adds a unit that victims meet; its address is never asked for. */
export async function addUnit(ctx: Ctx, input: NewUnit): Promise<Ref> {
  const version = await takeAgency(ctx, input, 'active');
  const unit = randomUUIDv7();
  await ctx.client.query(
    `insert into agencies.service_unit (id, tenant, agency, name, valid_from, basis, recorded_by, recorded_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      unit,
      ctx.actor.tenant,
      input.id,
      input.name,
      input.from,
      input.basis,
      ctx.actor.id,
      ctx.clock.now().toString(),
    ],
  );
  await auditAgency(ctx, 'agencies.unit.add', input.id, { unit });
  return { id: input.id, version };
}

/** Ends a unit on its last day. */
export async function endUnit(ctx: Ctx, input: UnitEnd): Promise<Ref> {
  const version = await takeAgency(ctx, input, 'active');
  const found = await ctx.client.query(
    'select valid_from as "from", valid_to as "to" from agencies.service_unit where id = $1 and agency = $2',
    [input.unitId, input.id],
  );
  const unit = found.rows[0] as { from: string; to: string | null } | undefined;
  if (!unit) throw new AppError('not_found');
  if (unit.to !== null) throw new AppError('wrong_state', { params: { reason: 'unit_ended' } });
  if (input.on < unit.from)
    throw refuse('on', 'unit_order', 'Hari terakhir tidak boleh sebelum hari pertama unit ini.');
  await ctx.client.query('update agencies.service_unit set valid_to = $2 where id = $1', [
    input.unitId,
    input.on,
  ]);
  await auditAgency(ctx, 'agencies.unit.end', input.id, { unit: input.unitId, on: input.on });
  return { id: input.id, version };
}
