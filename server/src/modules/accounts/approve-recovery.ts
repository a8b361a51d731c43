import type { OpenRecovery } from '@simpul/contract/accounts/person';
import type { Ref } from '@simpul/contract/route';
import type { Ctx } from '../../platform/context.ts';
import { AppError } from '../../platform/errors.ts';
import { personNames } from './person-names.ts';
import { mayApprove } from './policy.ts';

interface OpenRow {
  id: string;
  reason: string;
  made_by: string;
  created_at: Date;
  expires_at: Date;
  approved_by: string | null;
  waiting: boolean;
}

/** The recovery of a person that is good, or waits for a second person; there is one at most. */
export async function findOpenRecovery(ctx: Ctx, personId: string): Promise<OpenRecovery | null> {
  const found = await ctx.client.query(
    `select id, reason, made_by, created_at, expires_at, approved_by,
            approved_at is null and accounts.needs_second(person) as waiting
     from accounts.recovery
     where person = $1 and used_at is null and replaced_at is null and expires_at > $2`,
    [personId, ctx.clock.now().toString()],
  );
  const r = found.rows[0] as OpenRow | undefined;
  if (!r) return null;
  const names = await personNames(ctx, [r.made_by, r.approved_by]);
  return {
    id: r.id,
    state: r.waiting ? 'waiting' : 'open',
    reason: r.reason,
    madeByName: names.get(r.made_by) ?? null,
    madeAt: r.created_at.toISOString(),
    expiresAt: r.expires_at.toISOString(),
    approvedByName: r.approved_by === null ? null : (names.get(r.approved_by) ?? null),
    abilities: { approve: r.waiting && mayApprove(ctx, { person: personId, madeBy: r.made_by }) },
  };
}

/** The second person: neither who made the code nor whose account it opens. */
export async function approveRecovery(ctx: Ctx, o: { id: string; reason: string }): Promise<Ref> {
  const found = await ctx.client.query(
    `select person, made_by, approved_at is null and used_at is null and replaced_at is null
            and expires_at > $2 and accounts.needs_second(person) as waiting
     from accounts.recovery where id = $1`,
    [o.id, ctx.clock.now().toString()],
  );
  const r = found.rows[0] as { person: string; made_by: string; waiting: boolean } | undefined;
  if (!r) throw new AppError('not_found');
  if (!mayApprove(ctx, { person: r.person, madeBy: r.made_by })) throw new AppError('forbidden');
  if (!r.waiting) throw new AppError('wrong_state');
  const done = await ctx.client.query(
    'update accounts.recovery set approved_by = $2, approved_at = $3, approved_reason = $4 where id = $1',
    [o.id, ctx.actor.id, ctx.clock.now().toString(), o.reason],
  );
  if (done.rowCount !== 1) throw new AppError('wrong_state');
  await ctx.audit({ action: 'accounts.approve_recovery', subject: { kind: 'person', id: r.person } });
  return { id: o.id };
}
