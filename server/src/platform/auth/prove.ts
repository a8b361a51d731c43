import { timingSafeEqual } from 'node:crypto';
import { createOTP } from '@better-auth/utils/otp';
import { symmetricDecrypt } from 'better-auth/crypto';
import type { Services } from '../context.ts';
import { verifyPassword } from './password.ts';

type Needed = Pick<Services, 'auth' | 'authPool'>;

/** Compares a password in the same time whether or not the account has one. */
export async function isPassword({ auth }: Needed, personId: string, password: string): Promise<boolean> {
  const { internalAdapter, password: hasher } = await auth.$context;
  const hash = (await internalAdapter.findCredentialAccount(personId))?.password;
  if (!hash) {
    await hasher.hash(password);
    return false;
  }
  return verifyPassword({ hash, password });
}

const sameText = (a: string, b: string) =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

/** The 30-second step a code belongs to (now, the one before or after), or null. better-auth counts by the same clock. */
async function stepOf(secret: string, code: string): Promise<number | null> {
  const now = Math.floor(Date.now() / 30_000);
  const otp = createOTP(secret, { digits: 6, period: 30 });
  let found: number | null = null;
  for (const step of [now - 1, now, now + 1]) if (sameText(code, await otp.hotp(step))) found = step;
  return found;
}

/**
 * Whether this is a code of the person's second factor that opened nothing yet: a code is good once
 * (RFC 6238 section 5.2). `enrolling` accepts the factor that waits for its first code.
 */
export async function useCode(
  { auth, authPool }: Needed,
  personId: string,
  code: string,
  { enrolling = false } = {},
): Promise<boolean> {
  const { secretConfig } = await auth.$context;
  const found = await authPool.query('select secret, verified from auth."twoFactor" where "userId" = $1', [
    personId,
  ]);
  const row = found.rows[0] as { secret: string; verified: boolean } | undefined;
  if (!row || (!row.verified && !enrolling)) return false;
  const step = await stepOf(await symmetricDecrypt({ key: secretConfig, data: row.secret }), code);
  if (step === null) return false;
  const used = await authPool.query(
    `insert into auth.used_code as u (user_id, step) values ($1, $2)
     on conflict (user_id) do update set step = excluded.step where u.step < excluded.step`,
    [personId, step],
  );
  return used.rowCount === 1;
}

export async function hasSecondFactor({ authPool }: Needed, personId: string): Promise<boolean> {
  const found = await authPool.query('select "twoFactorEnabled" as on from auth."user" where id = $1', [
    personId,
  ]);
  return found.rows[0]?.on === true;
}
