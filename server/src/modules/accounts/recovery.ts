import { randomUUIDv7 } from 'node:crypto';
import { type MadeRecovery, recoveryHours } from '@simpul/contract/accounts/invitation';
import type { Ref } from '@simpul/contract/route';
import { asNewcomer } from '../../platform/auth/as-newcomer.ts';
import { hashToken } from '../../platform/auth/identify.ts';
import { assertGoodPassword } from '../../platform/auth/good-password.ts';
import type { Ctx, OpenCtx } from '../../platform/context.ts';
import { AppError } from '../../platform/errors.ts';
import { getPersonRow } from './people.ts';
import { mayManage } from './policy.ts';
import { randomCode } from './tokens.ts';

/**
 * A way back for who lost password or second factor. The code is handed over to a person one recognises; it voids
 * older ones, and for an account that reaches identity or manages accounts it waits for a second person.
 */
export async function createRecovery(
  ctx: Ctx,
  o: { personId: string; reason: string },
): Promise<MadeRecovery> {
  const person = await getPersonRow(ctx, o.personId);
  if (!mayManage(ctx, person.id)) throw new AppError('forbidden');
  if (person.state !== 'active') throw new AppError('wrong_state');
  const id = randomUUIDv7();
  const code = randomCode();
  const now = ctx.clock.now();
  await ctx.client.query(
    `insert into accounts.recovery (id, tenant, person, reason, token_hash, made_by, created_at, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      id,
      ctx.actor.tenant,
      person.id,
      o.reason,
      hashToken(code),
      ctx.actor.id,
      now.toString(),
      now.add({ hours: recoveryHours }).toString(),
    ],
  );
  const needed = await ctx.client.query('select accounts.needs_second($1) as it', [person.id]);
  const secondPerson = needed.rows[0]?.it === true;
  await ctx.audit({
    action: 'accounts.create_recovery',
    subject: { kind: 'person', id: person.id },
    detail: { secondPerson },
  });
  return { id, code, secondPerson };
}

interface Opened {
  person: string;
  tenant: string;
  email: string;
  name: string;
  waiting: boolean;
}

/** Sets a new password; second factor, sessions and tokens of the account end, so that a thief gains nothing by waiting. */
export async function useRecovery(ctx: OpenCtx, o: { code: string; password: string }): Promise<Ref> {
  const hash = hashToken(o.code);
  const found = await ctx.services.authPool.query('select accounts.open_recovery($1) as opened', [hash]);
  const opened = found.rows[0]?.opened as Opened | null;
  if (!opened) throw new AppError('not_found');
  if (opened.waiting)
    throw new AppError('wrong_state', {
      errors: [{ path: 'code', code: 'awaits_second', message: 'A second person has to approve it first.' }],
    });
  assertGoodPassword(o.password, opened);
  const passwordHash = await (await ctx.services.auth.$context).password.hash(o.password);
  await asNewcomer(ctx.services, ctx.requestId, async ({ client, note }) => {
    const used = await client.query('select accounts.use_recovery($1) as used', [hash]);
    if (used.rows[0]?.used !== true) throw new AppError('not_found');
    await client.query(
      `update auth.account set password = $2, "updatedAt" = now() where "userId" = $1 and "providerId" = 'credential'`,
      [opened.person, passwordHash],
    );
    await client.query('delete from auth."twoFactor" where "userId" = $1', [opened.person]);
    await client.query('update auth."user" set "twoFactorEnabled" = false where id = $1', [opened.person]);
    await client.query('delete from auth.session where "userId" = $1', [opened.person]);
    await note({ id: opened.person, tenant: opened.tenant }, 'accounts.use_recovery', {
      kind: 'person',
      id: opened.person,
    });
  });
  return { id: opened.person };
}
