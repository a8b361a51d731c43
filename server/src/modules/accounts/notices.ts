import type { Notice } from '@simpul/contract/accounts/notice';
import type { Ref } from '@simpul/contract/route';
import type { Ctx } from '../../platform/context.ts';
import { AppError } from '../../platform/errors.ts';

interface Row {
  id: string;
  kind: Notice['kind'];
  at: Date;
  about: string | null;
  waiting: boolean;
}

/** What the person was told and did not put aside, the newest first. */
export async function listNotices(ctx: Ctx): Promise<Notice[]> {
  const approver = ctx.can('accounts.approve');
  const found = await ctx.client.query(
    `select n.id, n.kind, n.at, n.about,
            $1 and n.kind = 'recovery_made' and exists (
              select from accounts.recovery r
              where r.id = n.act and r.approved_at is null and r.used_at is null and r.replaced_at is null
                and r.expires_at > $2 and r.made_by <> n.person and r.person <> n.person
                and accounts.needs_second(r.person)) as waiting
     from accounts.notice n where n.person = $3 and n.seen_at is null order by n.at desc, n.id limit 100`,
    [approver, ctx.clock.now().toString(), ctx.actor.id],
  );
  return (found.rows as Row[]).map((n) => ({
    id: n.id,
    kind: n.kind,
    at: n.at.toISOString(),
    own: n.about === ctx.actor.id,
    personId: n.about,
    approve: n.waiting,
  }));
}

export async function seeNotices(ctx: Ctx, { ids }: { ids: string[] }): Promise<Ref> {
  const done = await ctx.client.query(
    'update accounts.notice set seen_at = $2 where id = any($1) and person = $3 and seen_at is null',
    [ids, ctx.clock.now().toString(), ctx.actor.id],
  );
  if (done.rowCount === 0) throw new AppError('not_found');
  await ctx.audit({ action: 'accounts.see_notices', detail: { notices: done.rowCount } });
  return { id: ctx.actor.id };
}
