/** Fills a fresh demonstration: accounts, one per role, and the invented province. */
import { randomBytes, randomUUIDv7 } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { roles } from '@simpul/contract/accounts/roles';
import { createUser, enrolTotp } from '../src/platform/auth/auth.ts';
import { hashPassword } from '../src/platform/auth/password.ts';
import { openPool } from '../src/platform/db/connect.ts';
import { asMaintenance } from '../src/platform/db/maintenance.ts';
import type { Installation } from '../src/installation.ts';
import { seedDuties } from './seed-duties.ts';

export interface DemoLogins {
  password: string;
  people: { email: string; role: string }[];
}
const tenant = { code: '64', name: 'Kalimantan Timur', zone: 'Asia/Makassar' };

/** Roles whose demonstration login asks for a second factor, so that the way of signing in can be seen. */
const withSecondFactor = ['data_steward', 'sysadmin'];

interface DemoPerson {
  id: string;
  role: string;
  label: string;
  email: string;
}

const demoPeople = (): DemoPerson[] =>
  roles.map((r) => ({
    id: randomUUIDv7(),
    role: r.code,
    label: r.label.id,
    email: `${r.code.replaceAll('_', '-')}@contoh.simpul.test`,
  }));

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
      const people = demoPeople();
      const passwordHash = await hashPassword(password);
      for (const p of people) await createUser(services.auth, { ...p, name: p.label, passwordHash });
      for (const p of people.filter((one) => withSecondFactor.includes(one.role)))
        await enrolTotp(services.auth, p.id);
      await asMaintenance(owner, 'migrate', async (client) => {
        await client.query('insert into platform.tenant (code, name, zone) values ($1, $2, $3)', [
          tenant.code,
          tenant.name,
          tenant.zone,
        ]);
        await client.query(
          `insert into accounts.person (id, tenant, name, email, demo)
           select u.id, $1, u.name, u.email, true from unnest($2::uuid[], $3::text[], $4::text[]) u (id, name, email)`,
          [tenant.code, people.map((p) => p.id), people.map((p) => p.label), people.map((p) => p.email)],
        );
        await client.query(
          `insert into accounts.role_grant (id, tenant, person, role, valid_from, basis, granted_by, review_due)
           select g.id, $1, g.person, g.role, '2022-01-01', 'Data contoh', g.person, current_date + 365
           from unnest($2::uuid[], $3::uuid[], $4::text[]) g (id, person, role)`,
          [tenant.code, people.map(() => randomUUIDv7()), people.map((p) => p.id), people.map((p) => p.role)],
        );
      });
      const secretariat = people.find((p) => p.role === 'tf_secretariat');
      if (secretariat) await seedDuties(services, secretariat.id);
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
