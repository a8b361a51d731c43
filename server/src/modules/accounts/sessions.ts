import type { Session } from '@simpul/contract/accounts/session';
import type { Ref } from '@simpul/contract/route';
import type { Ctx } from '../../platform/context.ts';
import { AppError } from '../../platform/errors.ts';

/** Browsers in which the person is signed in, this one first. */
export async function listSessions({ actor, services }: Ctx): Promise<Session[]> {
  const found = await services.authPool.query(
    `select id, "userAgent" as device, "createdAt" as created, "expiresAt" as expires from auth.session
     where "userId" = $1 and "expiresAt" > now() order by id = $2 desc, "createdAt" desc limit 100`,
    [actor.id, actor.sessionId ?? ''],
  );
  const rows = found.rows as { id: string; device: string | null; created: Date; expires: Date }[];
  return rows.map((s) => ({
    id: s.id,
    device: (s.device ?? '').slice(0, 300),
    createdAt: s.created.toISOString(),
    expiresAt: s.expires.toISOString(),
    current: s.id === actor.sessionId,
  }));
}

export async function revokeSession(ctx: Ctx, { id }: { id: string }): Promise<Ref> {
  const gone = await ctx.services.authPool.query('delete from auth.session where id = $1 and "userId" = $2', [
    id,
    ctx.actor.id,
  ]);
  if (gone.rowCount === 0) throw new AppError('not_found');
  await ctx.audit({ action: 'accounts.revoke_session', subject: { kind: 'session', id } });
  return { id };
}

/** Signs every other browser out; from the command line: every browser. */
export async function revokeOtherSessions(ctx: Ctx): Promise<Ref> {
  const { id, sessionId } = ctx.actor;
  const gone = await ctx.services.authPool.query(
    'delete from auth.session where "userId" = $1 and id <> $2',
    [id, sessionId ?? ''],
  );
  await ctx.audit({ action: 'accounts.revoke_session', detail: { others: gone.rowCount ?? 0 } });
  return { id };
}
