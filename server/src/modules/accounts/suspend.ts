import type { Ref } from '@simpul/contract/route';
import { forgetAttempts } from '../../platform/auth/attempts.ts';
import type { Ctx } from '../../platform/context.ts';
import { AppError } from '../../platform/errors.ts';
import { keepingAManager, mustChange } from './grant-role.ts';
import { attemptKeysOf, getPersonRow, type PersonRow } from './people.ts';
import { mayManage } from './policy.ts';

async function getManaged(
  ctx: Ctx,
  id: string,
  state: PersonRow['state'],
  version?: number,
): Promise<PersonRow> {
  const person = await getPersonRow(ctx, id);
  if (!mayManage(ctx, person.id)) throw new AppError('forbidden');
  if (version !== undefined && person.version !== version) throw new AppError('stale_version');
  if (person.state !== state) throw new AppError('wrong_state');
  return person;
}

/** Stops an account: its sessions and tokens are gone from the next request on (tokens by a trigger). */
export async function suspendPerson(
  ctx: Ctx,
  o: { id: string; version: number; reason: string },
): Promise<Ref> {
  const person = await getManaged(ctx, o.id, 'active', o.version);
  const done = await keepingAManager(() =>
    ctx.client.query(
      `update accounts.person set state = 'suspended', suspended_at = $2, suspended_by = $3, suspended_reason = $4,
         version = version + 1 where id = $1 and version = $5`,
      [person.id, ctx.clock.now().toString(), ctx.actor.id, o.reason, o.version],
    ),
  );
  mustChange(done);
  await ctx.audit({ action: 'accounts.suspend', subject: { kind: 'person', id: person.id } });
  await ctx.services.authPool.query('delete from auth.session where "userId" = $1', [person.id]);
  return { id: person.id, version: o.version + 1 };
}

export async function reactivatePerson(ctx: Ctx, o: { id: string; version: number }): Promise<Ref> {
  const person = await getManaged(ctx, o.id, 'suspended', o.version);
  const done = await ctx.client.query(
    `update accounts.person set state = 'active', suspended_at = null, suspended_by = null, suspended_reason = null,
       version = version + 1 where id = $1 and version = $2`,
    [person.id, o.version],
  );
  mustChange(done);
  await ctx.audit({ action: 'accounts.reactivate', subject: { kind: 'person', id: person.id } });
  return { id: person.id, version: o.version + 1 };
}

/** Ends the wait after too many wrong passwords or codes. */
export async function unlockPerson(ctx: Ctx, { id }: { id: string }): Promise<Ref> {
  const person = await getManaged(ctx, id, 'active');
  const { authPool } = ctx.services;
  await ctx.audit({ action: 'accounts.unlock', subject: { kind: 'person', id: person.id } });
  await forgetAttempts(
    authPool,
    await attemptKeysOf(ctx, person),
    new Date(ctx.clock.now().epochMilliseconds),
  );
  await authPool.query(
    'update auth."twoFactor" set "failedVerificationCount" = 0, "lockedUntil" = null where "userId" = $1',
    [person.id],
  );
  return { id: person.id, version: person.version };
}
