import type { Services } from '../context.ts';
import { AppError } from '../errors.ts';
import { attemptKey, beginAttempt, forgetAttempts } from './attempts.ts';
import { auditAs, type Home } from './audit-as.ts';
import { assertGoodPassword } from './good-password.ts';
import { hasSecondFactor, useCode } from './prove.ts';

export interface Answer {
  body: Record<string, unknown>;
  cookies: string[];
}
export interface Act {
  /** Text fields that may be sent; anything else (a longer session, a trusted device, a redirect) is not passed on. */
  fields: readonly string[];
  /** What of the answer is handed out; tokens stay in the cookie. */
  answers: readonly string[];
  run: (call: Call) => Promise<Answer>;
}
export interface Call {
  services: Services;
  path: string;
  fields: Record<string, string>;
  headers: Headers;
  requestId: string;
  forward: (extra?: Record<string, unknown>) => Promise<Answer>;
}

async function homeOfEmail({ authPool }: Services, email: string): Promise<Home | null> {
  const found = await authPool.query(
    'select u.id, h.tenant from auth."user" u cross join lateral accounts.home_of(u.id::uuid) h where u.email = lower($1)',
    [email],
  );
  return (found.rows[0] as Home | undefined) ?? null;
}

async function homeOf({ authPool }: Services, personId: string): Promise<Home | null> {
  const found = await authPool.query(
    'select $1::text as id, h.tenant from accounts.home_of($1::text::uuid) h',
    [personId],
  );
  return (found.rows[0] as Home | undefined) ?? null;
}

const secretOf = async (services: Services) => (await services.auth.$context).secret;

async function signIn({ services, fields, requestId, forward }: Call): Promise<Answer> {
  const { email = '' } = fields;
  const now = new Date(services.clock.now().epochMilliseconds);
  const key = attemptKey(await secretOf(services), 'email', email);
  const home = await homeOfEmail(services, email);
  const note = (outcome: 'done' | 'refused', step: string) =>
    auditAs(services, home, requestId, { action: 'accounts.sign_in', outcome, detail: { step } });
  try {
    await beginAttempt(services.authPool, key, now);
    const answer = await forward();
    await forgetAttempts(services.authPool, [key], now);
    if (!answer.body['twoFactorRedirect']) await note('done', 'password');
    return answer;
  } catch (error) {
    if (error instanceof AppError)
      await note('refused', error.code === 'too_many_requests' ? 'waiting' : 'password');
    throw error;
  }
}

/** Whose challenge the cookie of a half-finished sign-in belongs to; the handle in it cannot be guessed. */
async function challengedPerson({ services, headers }: Call): Promise<string | null> {
  const context = await services.auth.$context;
  const { name } = context.createAuthCookie('two_factor');
  const pair = (headers.get('cookie') ?? '').split(/; */).find((p) => p.startsWith(`${name}=`));
  const handle = /^[\w-]{1,100}/.exec(pair?.slice(name.length + 1) ?? '')?.[0];
  return handle ? ((await context.internalAdapter.findVerificationValue(handle))?.value ?? null) : null;
}

/**
 * Ten wrong codes in a row after the right password: somebody else has the password, so what is open ends. (The wait
 * of an address ends nothing: whoever knows an address could sign its owner out.)
 */
async function endIfLocked(
  { services, requestId }: Call,
  personId: string,
  home: Home | null,
): Promise<void> {
  const { authPool } = services;
  const locked = await authPool.query(
    'select 1 from auth."twoFactor" where "userId" = $1 and "lockedUntil" > now()',
    [personId],
  );
  if (locked.rowCount === 0) return;
  const sessions = await authPool.query('delete from auth.session where "userId" = $1', [personId]);
  const tokens = await authPool.query('select accounts.end_tokens($1) as n', [personId]);
  await auditAs(services, home, requestId, {
    action: 'accounts.lock',
    subject: { kind: 'person', id: personId },
    detail: { sessions: sessions.rowCount ?? 0, tokens: Number(tokens.rows[0]?.n) },
  });
}

const signedIn = async ({ services, headers }: Call) => services.auth.api.getSession({ headers });

/** The second step of a sign-in, or the first code of a new second factor. */
async function secondFactor(call: Call, { recovering }: { recovering: boolean }): Promise<Answer> {
  const { services, fields, requestId, forward } = call;
  const began = new Date();
  const session = await signedIn(call);
  // Whoever is signed in gives a code here once: the first one of a factor that is being enrolled.
  if (session && (recovering || (await hasSecondFactor(services, session.user.id))))
    throw new AppError('wrong_state');
  const personId = session?.user.id ?? (await challengedPerson(call));
  if (!personId) throw new AppError('challenge_expired');
  const home = await homeOf(services, personId);
  const action = session ? 'accounts.enrol_second_factor' : 'accounts.sign_in';
  const note = (outcome: 'done' | 'refused') =>
    auditAs(services, home, requestId, { action, outcome, detail: { step: 'second_factor' } });
  try {
    // A code used before goes on as one that cannot be right, so that it counts as a failure like any other.
    const enrolling = session !== null;
    const right = recovering || (await useCode(services, personId, fields['code'] ?? '', { enrolling }));
    const answer = await forward(right ? {} : { code: '------' });
    // Sign-ins without the new factor end.
    if (session)
      await services.authPool.query('delete from auth.session where "userId" = $1 and "createdAt" < $2', [
        personId,
        began,
      ]);
    await note('done');
    return answer;
  } catch (error) {
    if (error instanceof AppError) {
      await note('refused');
      if (!session && error.code === 'wrong_code') await endIfLocked(call, personId, home);
    }
    throw error;
  }
}

interface Then {
  extra?: Record<string, unknown>;
  /** What else ends with the act; its codes and numbers go into the trail. */
  after?: (personId: string) => Promise<Record<string, number>>;
}

/** Acts of a signed-in person that ask for the password again. */
async function withPassword(call: Call, action: string, { extra, after }: Then = {}): Promise<Answer> {
  const { services, requestId, forward } = call;
  const session = await signedIn(call);
  if (!session) throw new AppError('unauthenticated');
  const home = await homeOf(services, session.user.id);
  const now = new Date(services.clock.now().epochMilliseconds);
  const key = attemptKey(await secretOf(services), 'person', session.user.id);
  try {
    await beginAttempt(services.authPool, key, now);
    const answer = await forward(extra);
    await forgetAttempts(services.authPool, [key], now);
    await auditAs(services, home, requestId, { action, detail: (await after?.(session.user.id)) ?? {} });
    return answer;
  } catch (error) {
    if (error instanceof AppError)
      await auditAs(services, home, requestId, { action, outcome: 'refused', detail: { code: error.code } });
    throw error;
  }
}

async function changePassword(call: Call): Promise<Answer> {
  const session = await signedIn(call);
  if (!session) throw new AppError('unauthenticated');
  assertGoodPassword(call.fields['newPassword'] ?? '', session.user, 'newPassword');
  return withPassword(call, 'accounts.change_password', {
    extra: { revokeOtherSessions: true },
    after: async (personId) => {
      const ended = await call.services.authPool.query('select accounts.end_tokens($1) as n', [personId]);
      return { tokens: Number(ended.rows[0]?.n) };
    },
  });
}

async function signOut(call: Call): Promise<Answer> {
  const session = await signedIn(call);
  const answer = await call.forward();
  if (session)
    await auditAs(call.services, await homeOf(call.services, session.user.id), call.requestId, {
      action: 'accounts.sign_out',
    });
  return answer;
}

export const acts: Record<string, Act> = {
  'POST /sign-in/email': {
    fields: ['email', 'password'],
    answers: ['twoFactorRedirect', 'twoFactorMethods'],
    run: signIn,
  },
  'POST /two-factor/verify-totp': {
    fields: ['code'],
    answers: [],
    run: (call) => secondFactor(call, { recovering: false }),
  },
  'POST /two-factor/verify-backup-code': {
    fields: ['code'],
    answers: [],
    run: (call) => secondFactor(call, { recovering: true }),
  },
  'POST /two-factor/enable': {
    fields: ['password'],
    answers: ['totpURI', 'backupCodes'],
    run: (call) => withPassword(call, 'accounts.start_second_factor'),
  },
  'POST /two-factor/generate-backup-codes': {
    fields: ['password'],
    answers: ['backupCodes'],
    run: (call) => withPassword(call, 'accounts.renew_recovery_codes'),
  },
  'POST /change-password': { fields: ['currentPassword', 'newPassword'], answers: [], run: changePassword },
  'POST /sign-out': { fields: [], answers: [], run: signOut },
};
