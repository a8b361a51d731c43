import { createHmac } from 'node:crypto';
import type { Pool } from '../db/connect.ts';
import { AppError } from '../errors.ts';

/** Failed attempts are free up to `free`; each further one doubles the wait, up to `longest` seconds. */
export const lockout = { free: 4, first: 30, longest: 900, forgottenAfterHours: 24 } as const;

/** The row says nothing to who reads the database, and an address without account has one like any other. */
export const attemptKey = (secret: string, kind: 'email' | 'person', value: string): Buffer =>
  createHmac('sha256', secret)
    .update(`attempt\n${kind}\n${value.normalize('NFC').trim().toLowerCase()}`)
    .digest();

/**
 * Counts an attempt before it is made, in one statement, so that a hundred at once do not all pass; throws
 * while the account waits. `forget` ends the count after a success.
 */
export async function beginAttempt(pool: Pool, key: Buffer, now: Date): Promise<void> {
  const begun = await pool.query(
    `insert into auth.attempt as a (key, failed, last_at) values ($1, 1, $2)
     on conflict (key) do update set (failed, last_at, locked_until) = (
       select n, $2, case when n > $4 then $2::timestamptz + make_interval(secs => least($5 * 2 ^ (n - $4 - 1), $6)) end
       from (select case when a.last_at < $2::timestamptz - make_interval(hours => $3) then 1 else a.failed + 1 end) as x (n))
     where a.locked_until is null or a.locked_until <= $2
     returning failed`,
    [key, now, lockout.forgottenAfterHours, lockout.free, lockout.first, lockout.longest],
  );
  if (begun.rowCount === 0) throw await locked(pool, key, now);
}

async function locked(pool: Pool, key: Buffer, now: Date): Promise<AppError> {
  const until = await findLock(pool, key, now);
  const seconds = until ? Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 1000)) : 1;
  return new AppError('too_many_requests', { params: { retryAfter: seconds } });
}

/** Until when an account waits, or null. */
export async function findLock(pool: Pool, key: Buffer, now: Date): Promise<Date | null> {
  const found = await pool.query(
    'select locked_until from auth.attempt where key = $1 and locked_until > $2',
    [key, now],
  );
  return (found.rows[0]?.locked_until as Date | undefined) ?? null;
}

export async function forgetAttempts(pool: Pool, keys: Buffer[], now: Date): Promise<void> {
  await pool.query(
    'delete from auth.attempt where key = any($1) or last_at < $2::timestamptz - make_interval(hours => $3)',
    [keys, now, lockout.forgottenAfterHours],
  );
}
