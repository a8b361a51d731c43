/** Brings a database to what this version needs: logins, tables, queue, sign-in, signing key, reference data. */
import { migrateAuth } from './platform/auth/auth.ts';
import { type Address, openPool, type Pool } from './platform/db/connect.ts';
import { type ContextKey, installContextKey } from './platform/db/context-key.ts';
import { asMaintenance } from './platform/db/maintenance.ts';
import { migrate } from './platform/db/migrate.ts';
import type { LoginRole } from './platform/db/roles.ts';
import { type Passwords, setupLogins } from './platform/db/setup.ts';
import { loadTaskNames, migrateQueue } from './platform/jobs/queue.ts';
import { tasks } from './tasks.ts';
import { referenceData } from './modules/reference-data.ts';

export interface Target {
  address: Address;
  owner: string;
  /** Passwords of the logins; empty on the private socket of the embedded server. */
  passwords: Passwords;
  contextKey: ContextKey;
  kind: 'demo' | 'office' | 'test';
}

export function loginPool(t: Pick<Target, 'address' | 'passwords'>, role: LoginRole, max?: number): Pool {
  const password = t.passwords[role];
  const { password: _owners, ...bare } = t.address;
  const address = password === undefined ? bare : { ...bare, password };
  return openPool(address, role, max, role === 'simpul_auth' ? 'auth' : undefined);
}

/** Runs `work` while the login may create its own schema, and takes the right back. */
async function whileCreating(owner: Pool, role: LoginRole, work: () => Promise<void>): Promise<void> {
  const database = `"${String((await owner.query('select current_database() as d')).rows[0].d).replaceAll('"', '""')}"`;
  await owner.query(
    `grant create on database ${database} to ${role}; grant create on schema platform to ${role}`,
  );
  try {
    await work();
  } finally {
    await owner.query(
      `revoke create on database ${database} from ${role}; revoke create on schema platform from ${role}`,
    );
  }
}

/** Refuses a demonstration database in an office and an office database in a demonstration. */
async function claim(owner: Pool, kind: Target['kind']): Promise<void> {
  await asMaintenance(owner, 'migrate', async (client) => {
    await client.query(
      'insert into platform.installation (id, kind) values (gen_random_uuid(), $1) on conflict do nothing',
      [kind],
    );
    const is = (await client.query('select kind from platform.installation')).rows[0].kind as string;
    if (is !== kind)
      throw new Error(
        `This database belongs to a ${is} installation and cannot serve a ${kind} one. Choose another home or database.`,
      );
  });
}

/** A first start that was killed between its steps has the tables of the owner and not yet the others. */
async function hasQueueAndSignIn(owner: Pool): Promise<boolean> {
  const { rows } = await owner.query<{ n: number }>(
    `select count(*)::integer as n from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where (n.nspname, c.relname) in (('graphile_worker', '_private_jobs'), ('auth', 'session'), ('auth', 'step_up'))`,
  );
  return rows[0]?.n === 3;
}

/** Logins, tables, queue and sign-in; with `upTo` as they stood after that migration. */
export async function prepareTables(
  t: Pick<Target, 'address' | 'owner' | 'passwords'>,
  owner: Pool,
  { setup, upTo }: { setup: boolean; upTo?: string },
): Promise<string[]> {
  const auth = loginPool(t, 'simpul_auth', 1);
  const worker = loginPool(t, 'simpul_worker', 2);
  try {
    if (setup) await setupLogins(owner, { passwords: false });
    const ran = await migrate(owner, upTo === undefined ? {} : { upTo });
    if (ran.length === 0 && (await hasQueueAndSignIn(owner))) return ran;
    await whileCreating(owner, 'simpul_worker', () => migrateQueue(worker));
    await whileCreating(owner, 'simpul_auth', () =>
      migrateAuth({
        pool: auth,
        secret: 'only-tables-are-made-with-this-secret',
        baseUrl: 'http://localhost',
        secureCookies: false,
        office: false,
      }),
    );
    return ran;
  } finally {
    await Promise.all([auth.end(), worker.end()]);
  }
}

export async function prepareDatabase(
  t: Target,
  { setup = true }: { setup?: boolean } = {},
): Promise<string[]> {
  const owner = openPool(t.address, t.owner, referenceData.length);
  try {
    const ran = await prepareTables(t, owner, { setup });
    await claim(owner, t.kind);
    await installContextKey(owner, t.contextKey);
    await loadTaskNames(owner, Object.keys(tasks));
    await Promise.all(referenceData.map((load) => load(owner)));
    return ran;
  } finally {
    await owner.end();
  }
}
