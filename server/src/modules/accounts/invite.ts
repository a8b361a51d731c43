import { randomUUIDv7 } from 'node:crypto';
import type { NewInvitation, RefWithCode } from '@simpul/contract/accounts/invitation';
import type { Ref } from '@simpul/contract/route';
import { hashToken } from '../../platform/auth/identify.ts';
import type { Ctx } from '../../platform/context.ts';
import { AppError } from '../../platform/errors.ts';
import { checkAgency, mustChange } from './grant-role.ts';
import { randomCode } from './tokens.ts';

/** Invites a person; the inviter hands the link over, since mail is not sent by Simpul yet. */
export async function invite(ctx: Ctx, o: NewInvitation): Promise<RefWithCode> {
  await checkAgency(ctx, o.agencyId);
  const email = o.email.trim().toLowerCase();
  const known = await ctx.client.query('select 1 from accounts.person where lower(email) = $1', [email]);
  if (known.rowCount)
    throw new AppError('invalid', {
      errors: [
        { path: 'email', code: 'known', message: 'This address has an account. Grant the role there.' },
      ],
    });
  const id = randomUUIDv7();
  const code = randomCode();
  const now = ctx.clock.now();
  // An older invitation of the same address stops, so that one link is good and no other.
  await ctx.client.query(
    'update accounts.invitation set withdrawn_at = $2 where lower(email) = $1 and accepted_at is null and withdrawn_at is null',
    [email, now.toString()],
  );
  await ctx.client.query(
    `insert into accounts.invitation (id, tenant, email, name, role, agency, basis, token_hash, invited_by, created_at, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [id, ctx.actor.tenant, email, o.name, o.role, o.agencyId, o.basis, hashToken(code), ctx.actor.id,
     now.toString(), now.add({ hours: 24 * o.days }).toString()], // prettier-ignore
  );
  await ctx.audit({
    action: 'accounts.invite',
    subject: { kind: 'invitation', id },
    detail: { role: o.role, agency: o.agencyId, days: o.days },
  });
  return { id, code };
}

export async function withdrawInvitation(ctx: Ctx, { id }: { id: string }): Promise<Ref> {
  const found = await ctx.client.query(
    'select accepted_at is null and withdrawn_at is null as open from accounts.invitation where id = $1 for update',
    [id],
  );
  if (found.rowCount === 0) throw new AppError('not_found');
  if (found.rows[0]?.open !== true) throw new AppError('wrong_state');
  const done = await ctx.client.query('update accounts.invitation set withdrawn_at = $2 where id = $1', [
    id,
    ctx.clock.now().toString(),
  ]);
  mustChange(done);
  await ctx.audit({ action: 'accounts.withdraw_invitation', subject: { kind: 'invitation', id } });
  return { id };
}
