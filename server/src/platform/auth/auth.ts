import { randomUUIDv7 } from 'node:crypto';
import { betterAuth } from 'better-auth';
import { generateRandomString, symmetricEncrypt } from 'better-auth/crypto';
import { getMigrations } from 'better-auth/db/migration';
import { twoFactor } from 'better-auth/plugins';
import type { Pool } from '../db/connect.ts';
import { hashSessionTokens } from './hash-session-tokens.ts';
import { findWho } from './who.ts';
import { hashPassword, type PasswordCost, verifyPassword } from './password.ts';

/** How long a sign-in lasts. */
export const sessionHours = 12;

interface AuthOptions {
  /** Connections of simpul_auth with search_path `auth`. */
  pool: Pool;
  /** Lies beside the data in a file of its own, never in the database or a backup. */
  secret: string;
  baseUrl: string;
  /** An office sits behind TLS; the demonstration is plain HTTP on loopback. */
  secureCookies: boolean;
  /** An office refuses the invented accounts of a demonstration. */
  office: boolean;
  /** What a new password hash costs; lighter in tests, which make hundreds. */
  passwordCost?: PasswordCost;
}

/** Whether a session may begin: an active person with a role that is valid today. */
async function mayEnter(o: AuthOptions, personId: string): Promise<boolean> {
  const who = await findWho(o.pool, personId);
  return who !== null && who.grants.length > 0 && !(o.office && who.demo);
}

/** The loopback has several names; all of them are this machine. */
function originsOf(baseUrl: string): string[] {
  const url = new URL(baseUrl);
  if (url.hostname !== 'localhost' && url.hostname !== '127.0.0.1') return [url.origin];
  return ['localhost', '127.0.0.1', '[::1]'].map(
    (host) => `${url.protocol}//${host}${url.port ? `:${url.port}` : ''}`,
  );
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
      password: {
        hash: (password: string) => hashPassword(password, o.passwordCost),
        verify: verifyPassword,
      },
    },
    trustedOrigins: originsOf(o.baseUrl),
    // A working day, counted from sign-in and never prolonged (NIST SP 800-63B, AAL2).
    session: { expiresIn: sessionHours * 3600, disableSessionRefresh: true },
    verification: { storeIdentifier: 'hashed' as const },
    // Addresses are limited by the web server, accounts by attempts.ts.
    rateLimit: { enabled: false },
    databaseHooks: {
      session: {
        create: {
          before: async (session: { userId: string }) =>
            (await mayEnter(o, session.userId)) ? undefined : false,
        },
      },
    },
    advanced: {
      cookiePrefix: 'simpul',
      // Said although it is the default: better-auth would leave the check out under a test runner.
      disableOriginCheck: false,
      useSecureCookies: o.secureCookies,
      defaultCookieAttributes: { sameSite: 'strict' as const, httpOnly: true },
      // The address of a person is not kept: sessions are told apart by device and time.
      ipAddress: { disableIpTracking: true },
      database: { generateId: () => randomUUIDv7() },
    },
    plugins: [
      hashSessionTokens(),
      twoFactor({
        issuer: 'Simpul',
        backupCodeOptions: { amount: 10, length: 10 },
        accountLockout: { maxFailedAttempts: 10, durationSeconds: 900 },
      }),
    ],
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
  await o.pool.query(`
    -- When a session last confirmed password or code: opens reads that need step-up for a few minutes.
    create table if not exists auth.step_up (
      session text primary key references auth.session (id) on delete cascade,
      at timestamptz not null);
    -- Failures in a row, by a keyed hash of the address or person.
    create table if not exists auth.attempt (
      key bytea primary key,
      failed integer not null,
      last_at timestamptz not null,
      locked_until timestamptz);
    -- A code of the second factor opens once (RFC 6238 section 5.2).
    create table if not exists auth.used_code (
      user_id text primary key references auth."user" (id) on delete cascade,
      step bigint not null)`);
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
