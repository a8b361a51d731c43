import type { AgencyClosure, AgencyReopening } from '@simpul/contract/agencies/commands';
import type { Ref } from '@simpul/contract/route';
import type { Ctx } from '../../platform/context.ts';
import { AppError } from '../../platform/errors.ts';
import { auditAgency, takeAgency } from './change-agency.ts';

/** Closes an organisation; one that others still belong to is closed after them. */
export async function closeAgency(ctx: Ctx, input: AgencyClosure): Promise<Ref> {
  const version = await takeAgency(ctx, input, 'active');
  const children = await ctx.client.query(
    "select count(*)::int as n from agencies.agency where parent = $1 and state = 'active'",
    [input.id],
  );
  const open = children.rows[0].n as number;
  if (open > 0) throw new AppError('wrong_state', { params: { reason: 'agency_has_children', count: open } });
  await ctx.client.query(
    "update agencies.agency set state = 'closed', closed_on = $2, closed_basis = $3 where id = $1",
    [input.id, input.on, input.basis],
  );
  await auditAgency(ctx, 'agencies.agency.close', input.id, { on: input.on });
  return { id: input.id, version };
}

/** Takes a closure back; the audit trail keeps both acts. */
export async function reopenAgency(ctx: Ctx, input: AgencyReopening): Promise<Ref> {
  const version = await takeAgency(ctx, input, 'closed');
  await ctx.client.query(
    "update agencies.agency set state = 'active', closed_on = null, closed_basis = null where id = $1",
    [input.id],
  );
  await auditAgency(ctx, 'agencies.agency.reopen', input.id, { basis: input.basis });
  return { id: input.id, version };
}
