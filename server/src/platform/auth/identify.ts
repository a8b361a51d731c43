import { createHash } from 'node:crypto';
import type { Actor } from '../context.ts';
import type { Pool } from '../db/connect.ts';
import type { Auth } from './auth.ts';
import { actorOf, findWho, type Who } from './who.ts';

export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest();

interface Identify {
  auth: Auth;
  authPool: Pool;
  /** An office lets no account of a demonstration in. */
  office: boolean;
}

async function byToken({ authPool }: Identify, token: string, agency: string | undefined) {
  const found = await authPool.query('select accounts.person_of_token($1) as id', [hashToken(token)]);
  const id = found.rows[0]?.id as string | null;
  const who = id ? await findWho(authPool, id) : null;
  return { who, actor: who && actorOf(who, agency, { id: null, stepUpAt: null }) };
}

async function bySession({ auth, authPool }: Identify, headers: Headers, agency: string | undefined) {
  const session = await auth.api.getSession({ headers });
  if (!session) return { who: null, actor: null };
  const found = await authPool.query(
    `select accounts.who(u.id::uuid) as who, u."twoFactorEnabled" as second_factor,
            (select at from auth.step_up where session = $2) as step_up_at
     from auth."user" u where u.id = $1`,
    [session.user.id, session.session.id],
  );
  const who = (found.rows[0]?.who as Who | null) ?? null;
  const stepUpAt = (found.rows[0]?.step_up_at as Date | null) ?? null;
  const secondFactor = found.rows[0]?.second_factor === true;
  return { who, actor: who && actorOf(who, agency, { id: session.session.id, stepUpAt, secondFactor }) };
}

/**
 * Finds who sent these headers: a session cookie, or `Authorization: Bearer` with a token of the command
 * line. Account and roles are read anew each time, so a suspension or an ended role counts at once.
 */
export async function identify(
  o: Identify,
  headers: Headers,
  agency: string | undefined,
): Promise<Actor | null> {
  const bearer = /^Bearer ([\w-]{20,200})$/.exec(headers.get('authorization') ?? '')?.[1];
  if (!bearer && !headers.get('cookie')?.includes('simpul.')) return null;
  const { who, actor } = bearer ? await byToken(o, bearer, agency) : await bySession(o, headers, agency);
  return who?.demo && o.office ? null : actor;
}
