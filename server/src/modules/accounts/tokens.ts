import { randomBytes, randomUUIDv7 } from 'node:crypto';
import type { NewToken, Token } from '@simpul/contract/accounts/session';
import type { RefWithCode } from '@simpul/contract/accounts/invitation';
import type { Ref } from '@simpul/contract/route';
import { hashToken } from '../../platform/auth/identify.ts';
import type { Ctx } from '../../platform/context.ts';
import { AppError } from '../../platform/errors.ts';

/** 256 random bits, for links and tokens. */
export const randomCode = (): string => randomBytes(32).toString('base64url');

export async function listTokens(ctx: Ctx): Promise<Token[]> {
  const found = await ctx.client.query(
    'select id, label, created_at, expires_at, revoked_at from accounts.token where person = $1 order by created_at desc limit 200',
    [ctx.actor.id],
  );
  const rows = found.rows as {
    id: string;
    label: string;
    created_at: Date;
    expires_at: Date;
    revoked_at: Date | null;
  }[];
  const now = ctx.clock.now().epochMilliseconds;
  return rows.map((t) => ({
    id: t.id,
    label: t.label,
    createdAt: t.created_at.toISOString(),
    expiresAt: t.expires_at.toISOString(),
    revokedAt: t.revoked_at?.toISOString() ?? null,
    state: t.revoked_at ? 'revoked' : t.expires_at.getTime() <= now ? 'expired' : 'valid',
  }));
}

/** Makes a token with the person's own rights; it is told once and only its hash stays. */
export async function createToken(ctx: Ctx, o: NewToken): Promise<RefWithCode> {
  const id = randomUUIDv7();
  const code = randomCode();
  const expires = ctx.clock.now().add({ hours: 24 * o.days });
  await ctx.client.query(
    'insert into accounts.token (id, tenant, person, label, token_hash, expires_at) values ($1, $2, $3, $4, $5, $6)',
    [id, ctx.actor.tenant, ctx.actor.id, o.label, hashToken(code), expires.toString()],
  );
  await ctx.audit({
    action: 'accounts.create_token',
    subject: { kind: 'token', id },
    detail: { days: o.days },
  });
  return { id, code };
}

export async function revokeToken(ctx: Ctx, { id }: { id: string }): Promise<Ref> {
  const done = await ctx.client.query(
    'update accounts.token set revoked_at = coalesce(revoked_at, $2) where id = $1 and person = $3',
    [id, ctx.clock.now().toString(), ctx.actor.id],
  );
  if (done.rowCount === 0) throw new AppError('not_found');
  await ctx.audit({ action: 'accounts.revoke_token', subject: { kind: 'token', id } });
  return { id };
}
