import { randomUUIDv7 } from 'node:crypto';
import { betterAuth } from 'better-auth';
import { generateRandomString, symmetricEncrypt } from 'better-auth/crypto';
import { getMigrations } from 'better-auth/db/migration';
import { twoFactor } from 'better-auth/plugins';
import type { Pool } from '../db/connect.ts';
import { hashPassword, verifyPassword } from './password.ts';

interface AuthOptions {
  /** Connections of simpul_auth with search_path `auth`. */
  pool: Pool;
  /** Lies beside the data in a file of its own, never in the database or a backup. */
  secret: string;
  baseUrl: string;
  /** An office sits behind TLS; the demonstration is plain HTTP on loopback. */
  secureCookies: boolean;
  rateLimit: boolean;
}

function optionsOf(o: AuthOptions) {
  return {
    appName: 'Simpul',
    baseURL: o.baseUrl,
    basePath: '/api/auth',
    secret: o.secret,
    database: o.pool,
    telemetry: { enabled: false },
    logger: { disabled: true },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 12,
      maxPasswordLength: 200,
      revokeSessionsOnPasswordReset: true,
      password: { hash: hashPassword, verify: verifyPassword },
    },
    session: { expiresIn: 12 * 3600, updateAge: 3600, freshAge: 600 },
    rateLimit: { enabled: o.rateLimit, window: 60, max: 60, storage: 'memory' as const },
    advanced: {
      cookiePrefix: 'simpul',
      useSecureCookies: o.secureCookies,
      defaultCookieAttributes: { sameSite: 'strict' as const, httpOnly: true },
      // The address of a person is not kept: sessions are told apart by device and time.
      ipAddress: { disableIpTracking: true },
      database: { generateId: () => randomUUIDv7() },
    },
    plugins: [twoFactor({ issuer: 'Simpul', backupCodeOptions: { amount: 10, length: 10 } })],
  };
}

const make = (o: AuthOptions) => betterAuth(optionsOf(o));
export type Auth = ReturnType<typeof make>;

/** Sign-in: password with second factor and recovery codes, sessions that can be listed and revoked. */
export function createAuth(o: AuthOptions): Auth {
  return make(o);
}

/** Makes or upgrades the tables of sign-in, as simpul_auth, in its own schema. */
export async function migrateAuth(o: AuthOptions): Promise<void> {
  await o.pool.query('create schema if not exists auth');
  const { runMigrations } = await getMigrations(optionsOf(o));
  await runMigrations();
  // When a session last confirmed password or code: opens reads that need step-up for a few minutes.
  await o.pool.query(`create table if not exists auth.step_up (
    session text primary key, at timestamptz not null default now())`);
}

/** Makes a user with a password; there is no other way in (no self-registration). */
export async function createUser(
  auth: Auth,
  user: { id: string; email: string; name: string } & ({ password: string } | { passwordHash: string }),
): Promise<void> {
  const { internalAdapter } = await auth.$context;
  await internalAdapter.createUser(
    { id: user.id, email: user.email, name: user.name, emailVerified: true },
    { method: 'admin' },
  );
  await internalAdapter.linkAccount({
    userId: user.id,
    providerId: 'credential',
    accountId: user.id,
    password: 'passwordHash' in user ? user.passwordHash : await hashPassword(user.password),
  });
}

/** Enrols a second factor without the person's hand: for the accounts of a demonstration only. */
export async function enrolTotp(auth: Auth, userId: string): Promise<void> {
  const { adapter, internalAdapter, secret } = await auth.$context;
  const encrypted = (data: string) => symmetricEncrypt({ key: secret, data });
  await adapter.create({
    model: 'twoFactor',
    data: {
      userId,
      secret: await encrypted(generateRandomString(32)),
      backupCodes: await encrypted('[]'),
      verified: true,
    },
  });
  await internalAdapter.updateUser(userId, { twoFactorEnabled: true });
}
