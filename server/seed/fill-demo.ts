/** Fills a fresh demonstration: accounts, one per role, and the invented province. */
import { randomUUIDv7 } from 'node:crypto';
import { roles } from '@simpul/contract/accounts/roles';
import { createUser, enrolTotp } from '../src/platform/auth/auth.ts';
import { hashPassword } from '../src/platform/auth/password.ts';
import type { Services } from '../src/platform/context.ts';
import type { Pool } from '../src/platform/db/connect.ts';
import { asMaintenance } from '../src/platform/db/maintenance.ts';
import { readSeedAgencies, seedAgencies } from '../src/modules/agencies/index.ts';
import { seedDuties } from './seed-duties.ts';
import { seedPapers } from './seed-papers.ts';
import { seedProvince } from './seed-province.ts';

const tenant = { code: '64', name: 'Kalimantan Timur', zone: 'Asia/Makassar' };

/** Roles whose demonstration login asks for a second factor, so that the way of signing in can be seen. */
const withSecondFactor = ['data_steward', 'sysadmin'];

/** Agencies whose data contacts hand in rows; each has a login of its own. */
const contactAgencies = [
  'uptd-ppa-kaltim',
  'polda-kaltim-renakta',
  'dinsos-kaltim',
  'bp3mi-kalsel',
  'rsud-aws',
  'lbh-kaltim',
  'kejati-kaltim',
  'uptd-ppa-samarinda',
] as const;

interface DemoPerson {
  id: string;
  role: string;
  label: string;
  email: string;
  agency: string | null;
}

const mailOf = (name: string) => `${name.replaceAll('_', '-')}@contoh.simpul.test`;

/** One person a role, called by the role; data contacts one an agency. */
function demoPeople(agencies: ReadonlyMap<string, string>): DemoPerson[] {
  const names = new Map(readSeedAgencies().map((a) => [a.code, a.shortName ?? a.name]));
  const byRole = roles
    .filter((r) => r.code !== 'data_contact')
    .map((r) => ({
      id: randomUUIDv7(),
      role: r.code,
      label: r.label.id,
      email: mailOf(r.code),
      agency: null,
    }));
  const contacts = contactAgencies.map((code) => {
    const agency = agencies.get(code);
    if (!agency) throw new Error(`agency ${code} is missing`);
    return {
      id: randomUUIDv7(),
      role: 'data_contact',
      label: `Kontak data ${names.get(code) ?? code}`,
      email: mailOf(`pic-${code}`),
      agency,
    };
  });
  return [...byRole, ...contacts];
}

async function insertPeople(
  services: Services,
  owner: Pool,
  people: DemoPerson[],
  password: string,
): Promise<void> {
  const passwordHash = await hashPassword(password);
  for (const p of people) await createUser(services.auth, { ...p, name: p.label, passwordHash });
  for (const p of people.filter((one) => withSecondFactor.includes(one.role)))
    await enrolTotp(services.auth, p.id);
  await asMaintenance(owner, 'migrate', async (client) => {
    await client.query(
      `insert into accounts.person (id, tenant, name, email, demo)
       select u.id, $1, u.name, u.email, true from unnest($2::uuid[], $3::text[], $4::text[]) u (id, name, email)`,
      [tenant.code, people.map((p) => p.id), people.map((p) => p.label), people.map((p) => p.email)],
    );
    await client.query(
      `insert into accounts.role_grant (id, tenant, person, role, agency, valid_from, basis, granted_by, review_due)
       select g.id, $1, g.person, g.role, g.agency, '2022-01-01', 'Data contoh', g.person, current_date + 365
         from unnest($2::uuid[], $3::uuid[], $4::text[], $5::uuid[]) g (id, person, role, agency)`,
      [
        tenant.code,
        people.map(() => randomUUIDv7()),
        people.map((p) => p.id),
        people.map((p) => p.role),
        people.map((p) => p.agency),
      ],
    );
  });
}

export async function fillDemo(services: Services, owner: Pool, password: string): Promise<void> {
  await asMaintenance(owner, 'migrate', (client) =>
    client.query('insert into platform.tenant (code, name, zone) values ($1, $2, $3)', [
      tenant.code,
      tenant.name,
      tenant.zone,
    ]),
  );
  const agencies = await seedAgencies(owner, tenant.code);
  const people = demoPeople(agencies);
  await insertPeople(services, owner, people, password);
  const personOf = (role: string) => {
    const found = people.find((p) => p.role === role);
    if (!found) throw new Error(`nobody is ${role}`);
    return found.id;
  };
  const byAgency = new Map(people.flatMap((p) => (p.agency ? [[p.agency, p.id] as const] : [])));
  const contacts = new Map(
    contactAgencies.flatMap((code) => {
      const agency = agencies.get(code);
      const person = agency && byAgency.get(agency);
      return agency && person ? [[code, { person, agency }] as const] : [];
    }),
  );
  await Promise.all([
    seedDuties(services, personOf('tf_secretariat')),
    seedProvince(services, owner, tenant.code, { steward: personOf('data_steward'), contacts }),
  ]);
  await seedPapers(services, {
    secretariat: personOf('tf_secretariat'),
    steward: personOf('data_steward'),
    chair: personOf('tf_executive_chair'),
  });
}
