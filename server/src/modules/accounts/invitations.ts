import type { Invitation, OpenedInvitation } from '@simpul/contract/accounts/invitation';
import { countCap } from '@simpul/contract/paging';
import { hashToken } from '../../platform/auth/identify.ts';
import type { Ctx, OpenCtx } from '../../platform/context.ts';
import { cursorOf, readCursor } from '../../platform/cursor.ts';
import { AppError } from '../../platform/errors.ts';
import { agencyNames } from '../agencies/index.ts';
import { personNames } from './person-names.ts';

interface Row {
  id: string;
  email: string;
  name: string;
  role: string;
  agency: string | null;
  basis: string;
  invited_by: string;
  created_at: Date;
  /** With the microseconds by which the list is sorted. */
  created: string;
  expires_at: Date;
  accepted_by: string | null;
  state: Invitation['state'];
}
/** `$1` is the present moment. */
const stateOf = `case when accepted_at is not null then 'accepted' when withdrawn_at is not null then 'withdrawn'
  when expires_at <= $1 then 'expired' else 'open' end`;

async function present(ctx: Ctx, rows: Row[]): Promise<Invitation[]> {
  const agencies = await agencyNames(ctx, [...new Set(rows.map((r) => r.agency).filter((a) => a !== null))]);
  const people = await personNames(
    ctx,
    rows.map((r) => r.invited_by),
  );
  return rows.map((r) => ({
    id: r.id,
    email: r.email,
    name: r.name,
    role: r.role,
    agencyId: r.agency,
    agencyName: r.agency === null ? null : (agencies.get(r.agency) ?? null),
    basis: r.basis,
    invitedByName: people.get(r.invited_by) ?? null,
    createdAt: r.created_at.toISOString(),
    expiresAt: r.expires_at.toISOString(),
    state: r.state,
    personId: r.accepted_by,
    abilities: { withdraw: ctx.can('accounts.manage') && r.state === 'open' },
  }));
}

export async function listInvitations(
  ctx: Ctx,
  q: { cursor?: string | undefined; limit: number; state?: Invitation['state'] | undefined },
) {
  const after = readCursor(q.cursor, ['instant', 'uuid']);
  const values = [ctx.clock.now().toString(), q.state ?? null];
  const where = `($2::text is null or ${stateOf} = $2)`;
  const counted = await ctx.client.query(
    `select count(*) as n from (select 1 from accounts.invitation where ${where} limit ${countCap + 1}) c`,
    values,
  );
  const found = await ctx.client.query(
    `select id, email, name, role, agency, basis, invited_by, created_at, expires_at, accepted_by, ${stateOf} as state,
            to_char(created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as created
     from accounts.invitation
     where ${where} and ($3::timestamptz is null or (created_at, id) < ($3, $4))
     order by created_at desc, id desc limit $5`,
    [...values, after?.[0] ?? null, after?.[1] ?? null, q.limit + 1],
  );
  const rows = found.rows as Row[];
  const last = rows.length > q.limit ? rows[q.limit - 1] : undefined;
  return {
    items: await present(ctx, rows.slice(0, q.limit)),
    nextCursor: last ? cursorOf([last.created, last.id]) : null,
    total: counted.rows[0]?.n as number,
  };
}

export interface Offer extends OpenedInvitation {
  id: string;
  tenant: string;
}

/** What a code offers; the same refusal for one that never was, was used, withdrawn or is too old. */
export async function getOffer({ services }: OpenCtx, code: string): Promise<Offer> {
  const found = await services.authPool.query('select accounts.open_invitation($1) as offer', [
    hashToken(code),
  ]);
  const offer = found.rows[0]?.offer as Offer | null;
  if (!offer) throw new AppError('not_found');
  return { ...offer, expiresAt: new Date(offer.expiresAt).toISOString() };
}

export async function openInvitation(ctx: OpenCtx, { code }: { code: string }): Promise<OpenedInvitation> {
  const { name, email, role, tenantName, zone, expiresAt } = await getOffer(ctx, code);
  return { name, email, role, tenantName, zone, expiresAt };
}
