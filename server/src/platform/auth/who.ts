import type { Actor } from '../context.ts';
import type { Pool } from '../db/connect.ts';

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

/** An active account with the roles that are valid at this moment; null when suspended or unknown. */
export async function findWho(authPool: Pool, personId: string): Promise<Who | null> {
  const found = await authPool.query('select accounts.who($1) as who', [personId]);
  return (found.rows[0]?.who as Who | null) ?? null;
}

/** How somebody proved who they are. */
export interface Proof {
  /** Session of the browser; null for a token of the command line and for jobs. */
  id: string | null;
  stepUpAt: Date | null;
  /** A token counts, since it was made behind one. */
  secondFactor?: boolean;
}

/** A person may hold roles at several agencies; a request acts for one of them at a time. */
export function actorOf(who: Who, agency: string | undefined, proof: Proof): Actor | null {
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
    sessionId: proof.id,
    stepUpAt: proof.stepUpAt,
    secondFactor: proof.secondFactor ?? true,
  };
}
