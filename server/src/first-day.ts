/** What every task force has from its first day; nothing of it is invented. */
import { runDailyDuties } from './modules/duties/index.ts';
import { loadPublishedFigures } from './modules/figures/index.ts';
import { loadKnownBasis } from './modules/reporting/index.ts';
import { actorOf, findWho } from './platform/auth/who.ts';
import type { Services } from './platform/context.ts';
import type { Pool } from './platform/db/connect.ts';
import { asMaintenance } from './platform/db/maintenance.ts';
import { runAs } from './platform/run-as.ts';

export interface FirstDay {
  figures: number;
  rules: number;
  deadlines: number;
}

/** Figures others have published, rules and decrees, recurring deadlines; counts what is new, so it may run again. */
export async function loadFirstDay(services: Services, owner: Pool, tenant: string): Promise<FirstDay> {
  const account = await asMaintenance(owner, 'migrate', async (client) => {
    const found = await client.query("select id from accounts.person where tenant = $1 and kind = 'system'", [
      tenant,
    ]);
    return String(found.rows[0]?.id);
  });
  const who = await findWho(services.authPool, account);
  const actor = who && actorOf(who, undefined, { id: null, stepUpAt: null });
  if (!actor) throw new Error(`Tenant ${tenant} has no account for scheduled work.`);
  return runAs(services, actor, async (ctx) => ({
    figures: await loadPublishedFigures(ctx),
    rules: await loadKnownBasis(ctx),
    deadlines: (await runDailyDuties(ctx)).made,
  }));
}
