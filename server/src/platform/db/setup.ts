import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { type LoginRole, loginRoles } from './roles.ts';
import type { Pool } from './connect.ts';

export type Passwords = Partial<Record<LoginRole, string>>;

/**
 * Makes the logins `app`, `worker`, `auth`, `stats` where they are missing. With `passwords` they are
 * (re)set to generated ones, which are returned; on the private socket of the embedded server none is needed.
 * The worker is a member of `app`: it meets the same policies and owns, beyond that, its queue only.
 */
export async function setupLogins(owner: Pool, { passwords }: { passwords: boolean }): Promise<Passwords> {
  const made: Passwords = {};
  const database = (await owner.query('select current_database() as name')).rows[0].name as string;
  const known = new Set(
    (await owner.query('select rolname from pg_roles where rolname = any($1)', [[...loginRoles]])).rows.map(
      (r) => r.rolname as string,
    ),
  );
  for (const role of loginRoles) {
    if (!known.has(role)) await owner.query(`create role ${role} login nosuperuser nobypassrls`);
    if (passwords) {
      const password = randomBytes(24).toString('base64url');
      await owner.query(`alter role ${role} password ${pg.escapeLiteral(password)}`);
      made[role] = password;
    }
    await owner.query(`grant connect on database ${pg.escapeIdentifier(database)} to ${role}`);
  }
  await owner.query('grant simpul_app to simpul_worker');
  await owner.query(`revoke connect on database ${pg.escapeIdentifier(database)} from public`);
  await owner.query('revoke create on schema public from public').catch(() => {});
  return made;
}
