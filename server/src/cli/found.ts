import { parseArgs } from 'node:util';
import { createApp } from '../app.ts';
import { type FirstDay, loadFirstDay } from '../first-day.ts';
import { foundTenant } from '../modules/accounts/index.ts';
import { seedAgencies } from '../modules/agencies/index.ts';
import type { MasterKey } from '../platform/crypto/master-key.ts';
import { CliError } from './cli-error.ts';
import { homeOf } from './home.ts';
import { existingMasterKey, reachDatabase, type Reached } from './reach-database.ts';

const usage =
  'Usage: npx simpul found --tenant 64 --name "Kalimantan Timur" --zone WITA --email ADDRESS --person NAME --basis "SK ..." [--home DIR]';
const zones: Record<string, string> = { WIB: 'Asia/Jakarta', WITA: 'Asia/Makassar', WIT: 'Asia/Jayapura' };

/** Founds a tenant in an office installation: its agencies, and the invitation of its secretariat. */
export async function found(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      tenant: { type: 'string' },
      name: { type: 'string' },
      zone: { type: 'string' },
      email: { type: 'string' },
      person: { type: 'string' },
      basis: { type: 'string' },
      url: { type: 'string', default: 'http://localhost:8080' },
      home: { type: 'string' },
    },
  });
  const { tenant, name, email, person, basis, url } = values;
  const zone = zones[values.zone?.toUpperCase() ?? ''];
  if (!tenant || !name || !zone || !email || !person || !basis) throw new CliError(usage, 2);
  if (!/^(id|\d{2}(\.\d{2})?)$/.test(tenant))
    throw new CliError('--tenant takes a Kemendagri code such as 64 or 64.72, or id.', 2);
  if (!/^[^@\s]+@[^@\s]+$/.test(email)) throw new CliError('--email takes a work address.', 2);
  const home = homeOf('office', values.home);
  const reached = await reachDatabase(home);
  try {
    const masterKey = await existingMasterKey(home);
    const code = await foundTenant(reached.owner, { code: tenant, name, zone, email, person, basis });
    const agencies = await seedAgencies(reached.owner, tenant);
    const first = await firstDay(reached, { masterKey, home, baseUrl: url, tenant });
    process.stdout.write(
      [
        `${name} is ready with ${agencies.size} known agencies,`,
        `${first.figures} figures others have published, ${first.rules} rules and decrees, and ${first.deadlines} deadlines.`,
        `Hand this link to ${person}; it works once, for seven days:`,
        `  ${url}/undangan#${code}`,
        '',
      ].join('\n'),
    );
  } finally {
    await reached.close();
  }
}

/** As the account of scheduled work, so that row-level security and the trail hold as for everything else. */
async function firstDay(
  { target, owner }: Reached,
  { tenant, ...o }: { masterKey: MasterKey; home: string; baseUrl: string; tenant: string },
): Promise<FirstDay> {
  const app = await createApp({ ...o, target: { ...target, kind: 'office' }, log: false, poolSize: 2 });
  try {
    return await loadFirstDay(app.services, owner, tenant);
  } finally {
    await app.close();
  }
}
