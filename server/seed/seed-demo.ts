import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { openPool } from '../src/platform/db/connect.ts';
import { asMaintenance } from '../src/platform/db/maintenance.ts';
import type { Installation } from '../src/installation.ts';
import { whileMarked } from './half-filled.ts';

export interface DemoLogins {
  password: string;
  people: { email: string; role: string }[];
}
function readPassword(home: string): string {
  const file = path.join(home, 'demo-password');
  if (!fs.existsSync(file)) fs.writeFileSync(file, randomBytes(9).toString('base64url'), { mode: 0o600 });
  return fs.readFileSync(file, 'utf8');
}

/** Makes what is missing; at a later start only reads the logins back. */
export async function seedDemo(installation: Installation): Promise<DemoLogins> {
  const { services } = installation.app;
  const password = readPassword(services.home);
  const owner = openPool(installation.target.address, installation.target.owner, 1);
  try {
    const known = await asMaintenance(
      owner,
      'migrate',
      async (client) =>
        (await client.query('select count(*)::int as n from accounts.person where demo')).rows[0].n as number,
    );
    if (known === 0) {
      // What makes the province is only read where one is made.
      const { fillDemo } = await import('./fill-demo.ts');
      await whileMarked(services.home, () => fillDemo(services, owner, password));
    }
  } finally {
    await owner.end();
  }
  const found = await services.authPool.query('select role, label, email from accounts.demo_logins()');
  return {
    password,
    people: found.rows.map((r) => ({ email: r.email as string, role: r.label as string })),
  };
}
