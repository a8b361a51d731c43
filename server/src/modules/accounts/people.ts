import type { PersonDetail, PersonLine, PersonQuery } from '@simpul/contract/accounts/person';
import { countCap } from '@simpul/contract/paging';
import { attemptKey, findLock } from '../../platform/auth/attempts.ts';
import type { Ctx } from '../../platform/context.ts';
import { cursorOf, readCursor } from '../../platform/cursor.ts';
import { AppError } from '../../platform/errors.ts';
import { agencyNames } from '../agencies/index.ts';
import { findOpenRecovery } from './approve-recovery.ts';
import { listGrantsOf } from './grants.ts';
import { mayManage } from './policy.ts';

export interface PersonRow {
  id: string;
  name: string;
  email: string | null;
  state: 'active' | 'suspended';
  suspended_at: Date | null;
  suspended_reason: string | null;
  created_at: Date;
  version: number;
}
const columns = 'id, name, email, state, suspended_at, suspended_reason, created_at, version';

export async function getPersonRow(ctx: Ctx, id: string): Promise<PersonRow> {
  const found = await ctx.client.query(
    `select ${columns} from accounts.person where id = $1 and kind = 'person'`,
    [id],
  );
  const row = found.rows[0] as PersonRow | undefined;
  if (!row) throw new AppError('not_found');
  return row;
}

/** Which of these accounts have a second factor. Sign-in lies in a schema the request path cannot read. */
async function withSecondFactor({ services }: Ctx, ids: string[]): Promise<Set<string>> {
  const found = await services.authPool.query(
    'select id from auth."user" where id = any($1) and "twoFactorEnabled"',
    [ids],
  );
  return new Set(found.rows.map((r) => r.id as string));
}

const likeText = (text: string) => `%${text.replace(/[\\%_]/g, '\\$&')}%`;

/** Accounts of the tenant by name. */
export async function listPeople(ctx: Ctx, q: PersonQuery) {
  const after = readCursor(q.cursor, ['text', 'uuid']);
  const values: unknown[] = [];
  const value = (v: unknown) => `$${values.push(v)}`;
  const where = ["p.kind = 'person'"];
  if (q.state) where.push(`p.state = ${value(q.state)}`);
  if (q.text) {
    const like = value(likeText(q.text));
    where.push(`(p.name ilike ${like} or p.email ilike ${like})`);
  }
  if (q.role || q.agencyId)
    where.push(
      `exists (select from accounts.role_grant g where g.person = p.id and accounts.is_valid(g)
         ${q.role ? `and g.role = ${value(q.role)}` : ''} ${q.agencyId ? `and g.agency = ${value(q.agencyId)}` : ''})`,
    );
  const counted = await ctx.client.query(
    `select count(*) as n from (select 1 from accounts.person p where ${where.join(' and ')} limit ${countCap + 1}) c`,
    [...values],
  );
  if (after) where.push(`(lower(p.name), p.id) > (${value(after[0])}, ${value(after[1])})`);
  const found = await ctx.client.query(
    `select p.id, p.name, p.email, p.state, lower(p.name) as sort,
            (select coalesce(json_agg(json_build_object('role', g.role, 'agency', g.agency) order by g.granted_at), '[]')
             from accounts.role_grant g where g.person = p.id and accounts.is_valid(g)) as roles
     from accounts.person p where ${where.join(' and ')} order by lower(p.name), p.id limit ${value(q.limit + 1)}`,
    values,
  );
  const rows = found.rows as {
    id: string;
    name: string;
    email: string | null;
    state: PersonLine['state'];
    sort: string;
    roles: { role: string; agency: string | null }[];
  }[];
  const shown = rows.slice(0, q.limit);
  const agencyIds = shown.flatMap((p) => p.roles.map((r) => r.agency).filter((a) => a !== null));
  const agencies = await agencyNames(ctx, [...new Set(agencyIds)]);
  const factors = await withSecondFactor(
    ctx,
    shown.map((p) => p.id),
  );
  const last = rows.length > q.limit ? shown.at(-1) : undefined;
  return {
    items: shown.map((p) => ({
      id: p.id,
      name: p.name,
      email: p.email,
      state: p.state,
      roles: p.roles.map((r) => ({
        role: r.role,
        agencyName: r.agency === null ? null : (agencies.get(r.agency) ?? null),
      })),
      secondFactor: factors.has(p.id),
    })),
    nextCursor: last ? cursorOf([last.sort, last.id]) : null,
    total: counted.rows[0]?.n as number,
  };
}

/** Keys under which failed attempts of a person are counted: sign-in by address, the rest by account. */
export async function attemptKeysOf(ctx: Ctx, p: { id: string; email: string | null }): Promise<Buffer[]> {
  const { secret } = await ctx.services.auth.$context;
  return [attemptKey(secret, 'person', p.id), ...(p.email ? [attemptKey(secret, 'email', p.email)] : [])];
}

async function lockedUntil(ctx: Ctx, p: PersonRow): Promise<Date | null> {
  const { authPool } = ctx.services;
  const now = new Date(ctx.clock.now().epochMilliseconds);
  const locks = await Promise.all((await attemptKeysOf(ctx, p)).map((key) => findLock(authPool, key, now)));
  const second = await authPool.query(
    'select "lockedUntil" as until from auth."twoFactor" where "userId" = $1 and "lockedUntil" > now()',
    [p.id],
  );
  const all = [...locks, (second.rows[0]?.until as Date | undefined) ?? null].filter((d) => d !== null);
  return all.sort((a, b) => b.getTime() - a.getTime())[0] ?? null;
}

export async function getPerson(ctx: Ctx, { id }: { id: string }): Promise<PersonDetail> {
  const p = await getPersonRow(ctx, id);
  const locked = await lockedUntil(ctx, p);
  const may = mayManage(ctx, p.id);
  return {
    id: p.id,
    name: p.name,
    email: p.email,
    state: p.state,
    suspendedAt: p.suspended_at?.toISOString() ?? null,
    suspendedReason: p.suspended_reason,
    createdAt: p.created_at.toISOString(),
    secondFactor: (await withSecondFactor(ctx, [p.id])).has(p.id),
    lockedUntil: locked?.toISOString() ?? null,
    version: p.version,
    grants: await listGrantsOf(ctx, p.id),
    recovery: await findOpenRecovery(ctx, p.id),
    abilities: {
      grant: may && p.state === 'active',
      suspend: may && p.state === 'active',
      reactivate: may && p.state === 'suspended',
      unlock: may && locked !== null,
      recover: may && p.state === 'active',
    },
  };
}
