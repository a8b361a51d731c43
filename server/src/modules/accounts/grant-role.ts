import { randomUUIDv7 } from 'node:crypto';
import type { NewGrant } from '@simpul/contract/accounts/grant';
import type { Ref } from '@simpul/contract/route';
import type { Ctx } from '../../platform/context.ts';
import { AppError } from '../../platform/errors.ts';
import { agencyNames } from '../agencies/index.ts';
import { addYear, getGrant, grantState, todayOf } from './grants.ts';
import { getPersonRow } from './people.ts';
import { mayEndGrant, mayManage, mayReviewGrant } from './policy.ts';

const wrong = (path: string, code: string, message: string) =>
  new AppError('invalid', { errors: [{ path, code, message }] });

/** Throws where the tenant has no such agency. */
export async function checkAgency(ctx: Ctx, agencyId: string | null): Promise<void> {
  if (agencyId !== null && !(await agencyNames(ctx, [agencyId])).has(agencyId))
    throw wrong('agencyId', 'unknown', 'Choose an agency of the task force.');
}

/** Gives a person a role. The same role at the same agency is not held twice at a time. */
export async function grantRole(ctx: Ctx, input: NewGrant & { id: string }): Promise<Ref> {
  const person = await getPersonRow(ctx, input.id);
  if (!mayManage(ctx, person.id)) throw new AppError('forbidden');
  if (person.state !== 'active') throw new AppError('wrong_state');
  await checkAgency(ctx, input.agencyId);
  const from = input.validFrom ?? todayOf(ctx);
  if (input.validTo !== null && input.validTo < from)
    throw wrong('validTo', 'before_start', 'The last day comes before the first.');
  const held = await ctx.client.query(
    `select 1 from accounts.role_grant
     where person = $1 and role = $2 and agency is not distinct from $3 and ended_at is null
       and daterange(valid_from, valid_to, '[]') && daterange($4::date, $5::date, '[]') limit 1`,
    [person.id, input.role, input.agencyId, from, input.validTo],
  );
  if (held.rowCount) throw wrong('role', 'held', 'The person holds this role in these days already.');
  const id = randomUUIDv7();
  await ctx.client.query(
    `insert into accounts.role_grant (id, tenant, person, role, agency, valid_from, valid_to, basis, granted_by, review_due)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      id,
      ctx.actor.tenant,
      person.id,
      input.role,
      input.agencyId,
      from,
      input.validTo,
      input.basis,
      ctx.actor.id,
      addYear(from),
    ],
  );
  await ctx.audit({
    action: 'accounts.grant_role',
    subject: { kind: 'person', id: person.id },
    detail: { role: input.role, agency: input.agencyId, from, to: input.validTo },
  });
  return { id, version: 1 };
}

/** Nothing was changed: the row, or the right to change it, is not what it was a moment ago. */
export function mustChange(done: { rowCount: number | null }): void {
  if (done.rowCount !== 1) throw new AppError('stale_version');
}

/** The trigger keep_a_manager refuses what would leave a tenant without anybody to manage accounts. */
export async function keepingAManager<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if ((error as { code?: string }).code === 'SP001')
      throw new AppError('wrong_state', {
        errors: [{ path: 'id', code: 'last_manager', message: 'Let somebody else manage accounts first.' }],
      });
    throw error;
  }
}

async function endRow(
  ctx: Ctx,
  id: string,
  version: number,
  reason: string,
  reviewed: boolean,
): Promise<Ref> {
  const now = ctx.clock.now().toString();
  const done = await keepingAManager(() =>
    ctx.client.query(
      `update accounts.role_grant set ended_at = $3, ended_by = $4, ended_reason = $5, version = version + 1,
         reviewed_at = case when $6 then $3::timestamptz else reviewed_at end,
         reviewed_by = case when $6 then $4::uuid else reviewed_by end
       where id = $1 and version = $2`,
      [id, version, now, ctx.actor.id, reason, reviewed],
    ),
  );
  mustChange(done);
  return { id, version: version + 1 };
}

/** Ends a role at this moment; what the person has open stops with the next request. */
export async function endGrant(ctx: Ctx, o: { id: string; version: number; reason: string }): Promise<Ref> {
  const g = await getGrant(ctx, o.id, o.version);
  const state = grantState(g, todayOf(ctx));
  if (!mayManage(ctx, g.person)) throw new AppError('forbidden');
  if (!mayEndGrant(ctx, g, state)) throw new AppError('wrong_state');
  const ref = await endRow(ctx, o.id, o.version, o.reason, false);
  await ctx.audit({
    action: 'accounts.end_grant',
    subject: { kind: 'person', id: g.person },
    detail: { grant: g.id, role: g.role },
  });
  return ref;
}

/** The yearly review: another year, or the end. */
export async function reviewGrant(
  ctx: Ctx,
  o: { id: string; version: number; decision: 'confirm' | 'end'; reason?: string | undefined },
): Promise<Ref> {
  const g = await getGrant(ctx, o.id, o.version);
  if (g.person === ctx.actor.id) throw new AppError('forbidden');
  if (!mayReviewGrant(ctx, g, grantState(g, todayOf(ctx)))) throw new AppError('wrong_state');
  const ref =
    o.decision === 'end'
      ? await endRow(ctx, o.id, o.version, o.reason ?? '', true)
      : await confirmRow(ctx, o.id, o.version);
  await ctx.audit({
    action: 'accounts.review_grant',
    subject: { kind: 'person', id: g.person },
    detail: { grant: g.id, role: g.role, decision: o.decision },
  });
  return ref;
}

async function confirmRow(ctx: Ctx, id: string, version: number): Promise<Ref> {
  const done = await ctx.client.query(
    `update accounts.role_grant set reviewed_at = $3, reviewed_by = $4, review_due = $5, version = version + 1
     where id = $1 and version = $2`,
    [id, version, ctx.clock.now().toString(), ctx.actor.id, addYear(todayOf(ctx))],
  );
  mustChange(done);
  return { id, version: version + 1 };
}
