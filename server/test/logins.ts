/** Pools of the logins on a test database, for what no request does: sealing, backup, restore, rotation. */
import { randomBytes } from 'node:crypto';
import { inject } from 'vitest';
import { openPool, type Pool } from '../src/platform/db/connect.ts';
import type { LoginRole } from '../src/platform/db/roles.ts';

export function loginOn(database: string, role: LoginRole | 'owner', max = 2): Pool {
  const { address, passwords, owner } = inject('database');
  if (role === 'owner') return openPool({ ...address, database }, owner, max);
  const { password: _owners, ...bare } = address;
  const password = passwords[role];
  const searchPath = role === 'simpul_auth' ? 'auth' : undefined;
  return openPool({ ...bare, database, ...(password ? { password } : {}) }, role, max, searchPath);
}

/**
 * The owner may not end connections of others, autovacuum among them: waits for them, and leaves the database to
 * the end of the run where one stays.
 */
export async function dropDatabase(
  admin: { query: (sql: string) => Promise<unknown> },
  name: string,
): Promise<void> {
  for (let tries = 0; tries < 20; tries++) {
    const dropped = await admin.query(`drop database if exists ${name}`).then(
      () => true,
      () => false,
    );
    if (dropped) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** A second installation beside the one under test, without data; `bare`: without tables too. */
export async function emptyDatabase({ bare = false } = {}): Promise<{
  name: string;
  drop: () => Promise<void>;
}> {
  const { template, address } = inject('database');
  const name = `simpul_t_${randomBytes(6).toString('hex')}`;
  const admin = loginOn(address.database, 'owner', 1);
  await admin.query(`create database ${name} ${bare ? '' : `template ${template}`}`);
  return {
    name,
    drop: async () => {
      await dropDatabase(admin, name);
      await admin.end();
    },
  };
}
