import type { Me } from '@simpul/contract/accounts/me';
import { findWho } from '../../platform/auth/who.ts';
import type { Ctx } from '../../platform/context.ts';
import { AppError } from '../../platform/errors.ts';
import { agencyCodes, agencyNames } from '../agencies/index.ts';

export async function getMe(ctx: Ctx): Promise<Me> {
  const { actor, services } = ctx;
  const who = await findWho(services.authPool, actor.id);
  if (!who) throw new AppError('unauthenticated');
  const here = who.grants.filter((g) => g.tenant === actor.tenant);
  const agencies = here.map((g) => g.agency).filter((a) => a !== null);
  const names = await agencyNames(ctx, agencies);
  const codes = await agencyCodes(ctx, agencies);
  const user = await services.authPool.query(
    'select "twoFactorEnabled" as on from auth."user" where id = $1',
    [actor.id],
  );
  const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? null));
  return {
    user: { id: actor.id, name: who.name, email: who.email },
    tenant: { code: actor.tenant, name: actor.tenantName, zone: actor.zone, demo: services.kind === 'demo' },
    agency: actor.agency === null ? null : { id: actor.agency, name: nameOf(actor.agency) ?? '' },
    roles: [...actor.roles],
    capabilities: [...actor.capabilities],
    grants: here.map((g) => ({
      role: g.role,
      agencyId: g.agency,
      agencyCode: g.agency === null ? null : (codes.get(g.agency) ?? null),
      agencyName: nameOf(g.agency),
    })),
    secondFactor: user.rows[0]?.on === true,
  };
}
