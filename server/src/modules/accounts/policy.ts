import type { Grant } from '@simpul/contract/accounts/grant';
import type { Ctx } from '../../platform/context.ts';

/** Who may do what with an account or role, as sentences. The database holds the same lines (0012_accounts_more.sql). */
interface HeldBy {
  person: string;
}
const isMine = (ctx: Ctx, personId: string) => personId === ctx.actor.id;

/** Nobody changes one's own rights: not by granting, not by ending, not by reviewing. */
export const mayManage = (ctx: Ctx, personId: string): boolean =>
  ctx.can('accounts.manage') && !isMine(ctx, personId);

/** Two people: who approves is neither who made the code nor whose account it opens. */
export const mayApprove = (ctx: Ctx, r: { person: string; madeBy: string }): boolean =>
  ctx.can('accounts.approve') && !isMine(ctx, r.person) && !isMine(ctx, r.madeBy);

export const mayEndGrant = (ctx: Ctx, g: HeldBy, state: Grant['state']): boolean =>
  mayManage(ctx, g.person) && (state === 'valid' || state === 'coming');

export const mayReviewGrant = (ctx: Ctx, g: HeldBy, state: Grant['state']): boolean =>
  ctx.can('accounts.review') && !isMine(ctx, g.person) && (state === 'valid' || state === 'coming');
