import { createHash } from 'node:crypto';
import type { Actor } from '../context.ts';
import type { Pool } from '../db/connect.ts';
import type { Auth } from './auth.ts';

interface Grant {
  tenant: string;
  tenantName: string;
  zone: string;
  agency: string | null;
  role: string;
  capabilities: string[];
}
export interface Who {
  id: string;
  name: string;
  email: string | null;
  demo: boolean;
  grants: Grant[];
}

export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest();

export async function findWho(authPool: Pool, personId: string): Promise<Who | null> {
  const found = await authPool.query('select accounts.who($1) as who', [personId]);
  return (found.rows[0]?.who as Who | null) ?? null;
}

/** A person may hold roles at several agencies; a request acts for one of them at a time. */
export function actorOf(
  who: Who,
  agency: string | undefined,
  session: { id: string | null; stepUpAt: Date | null },
): Actor | null {
  const wanted = agency === 'none' ? null : agency;
  const first = wanted === undefined ? who.grants[0] : who.grants.find((g) => g.agency === wanted);
  if (!first) return null;
  const held = who.grants.filter((g) => g.tenant === first.tenant && g.agency === first.agency);
  return {
    id: who.id,
    name: who.name,
    tenant: first.tenant,
    tenantName: first.tenantName,
    zone: first.zone,
    agency: first.agency,
    roles: held.map((g) => g.role),
    capabilities: new Set(held.flatMap((g) => g.capabilities)),
    sessionId: session.id,
    stepUpAt: session.stepUpAt,
  };
}

/** Finds who sent these headers: a session cookie, or `Authorization: Bearer` with a token of the command line. */
export async function identify(
  auth: Auth,
  authPool: Pool,
  headers: Headers,
  agency: string | undefined,
): Promise<Actor | null> {
  const bearer = /^Bearer ([\w-]{20,200})$/.exec(headers.get('authorization') ?? '')?.[1];
  if (bearer) {
    const found = await authPool.query('select accounts.person_of_token($1) as id', [hashToken(bearer)]);
    const id = found.rows[0]?.id as string | null;
    const who = id ? await findWho(authPool, id) : null;
    return who && actorOf(who, agency, { id: null, stepUpAt: null });
  }
  if (!headers.get('cookie')?.includes('simpul.')) return null;
  const session = await auth.api.getSession({ headers });
  if (!session) return null;
  const who = await findWho(authPool, session.user.id);
  if (!who) return null;
  const stepUp = await authPool.query('select at from auth.step_up where session = $1', [session.session.id]);
  return actorOf(who, agency, { id: session.session.id, stepUpAt: (stepUp.rows[0]?.at as Date | undefined) ?? null });
}
