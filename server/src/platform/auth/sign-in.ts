import { weaknessOf } from '@simpul/contract/accounts/password-rules';
import type { ProblemCode } from '@simpul/contract/problem';
import type { Services } from '../context.ts';
import { AppError } from '../errors.ts';
import { attemptKey, beginAttempt, forgetAttempts } from './attempts.ts';
import { auditAs, type Home } from './audit-as.ts';
import { useCode } from './prove.ts';

/** A request to /api/auth: the only way through which better-auth is reached from outside. */
export interface AuthCall {
  method: string;
  path: string;
  body: unknown;
  headers: Headers;
  requestId: string;
}
interface Answer {
  body: Record<string, unknown>;
  cookies: string[];
}
interface Act {
  /** Text fields that may be sent; anything else (a longer session, a trusted device, a redirect) is not passed on. */
  fields: readonly string[];
  /** What of the answer is handed out; tokens stay in the cookie. */
  answers: readonly string[];
  run: (call: Call) => Promise<Answer>;
}
interface Call {
  services: Services;
  path: string;
  fields: Record<string, string>;
  headers: Headers;
  requestId: string;
  forward: (extra?: Record<string, unknown>) => Promise<Answer>;
}

/** better-auth's refusals in the words of the contract; the rest is `invalid`. */
const problemCodes: Record<string, ProblemCode> = {
  INVALID_EMAIL_OR_PASSWORD: 'wrong_credentials',
  INVALID_EMAIL: 'wrong_credentials',
  FAILED_TO_CREATE_SESSION: 'wrong_credentials',
  INVALID_PASSWORD: 'wrong_credentials',
  INVALID_CODE: 'wrong_code',
  INVALID_BACKUP_CODE: 'wrong_code',
  INVALID_TWO_FACTOR_COOKIE: 'challenge_expired',
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: 'challenge_expired',
  ACCOUNT_TEMPORARILY_LOCKED: 'too_many_requests',
  UNAUTHORIZED: 'unauthenticated',
  TOTP_ALREADY_ENABLED: 'wrong_state',
  TOTP_NOT_ENABLED: 'wrong_state',
  TWO_FACTOR_NOT_ENABLED: 'wrong_state',
  BACKUP_CODES_NOT_ENABLED: 'wrong_state',
  INVALID_ORIGIN: 'forbidden',
  MISSING_OR_NULL_ORIGIN: 'forbidden',
};

async function problemFrom(response: Response): Promise<AppError> {
  const body = (await response.json().catch(() => ({}))) as { code?: string };
  const known = problemCodes[body.code ?? ''];
  if (known) return new AppError(known);
  if (response.status >= 500) return new AppError('unavailable');
  return new AppError(response.status === 429 ? 'too_many_requests' : 'invalid');
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
  const name = context.createAuthCookie('two_factor').name;
  const pair = (headers.get('cookie') ?? '').split(/; */).find((p) => p.startsWith(`${name}=`));
  const handle = pair && decodeURIComponent(pair.slice(name.length + 1)).split('.')[0];
  return handle ? ((await context.internalAdapter.findVerificationValue(handle))?.value ?? null) : null;
}

const signedIn = async ({ services, headers }: Call) => services.auth.api.getSession({ headers });

/** The second step of a sign-in, or the first code of a new second factor. */
async function secondFactor(
  call: Call,
  isRight: (personId: string, enrolling: boolean) => Promise<boolean>,
): Promise<Answer> {
  const { services, requestId, forward } = call;
  const began = new Date();
  const session = await signedIn(call);
  const personId = session?.user.id ?? (await challengedPerson(call));
  if (!personId) throw new AppError('challenge_expired');
  const home = await homeOf(services, personId);
  const action = session ? 'accounts.enrol_second_factor' : 'accounts.sign_in';
  const note = (outcome: 'done' | 'refused') =>
    auditAs(services, home, requestId, { action, outcome, detail: { step: 'second_factor' } });
  try {
    // A code used before goes on as one that cannot be right, so that it counts as a failure like any other.
    const answer = await forward((await isRight(personId, session !== null)) ? {} : { code: '------' });
    // Sign-ins without the new factor end.
    if (session)
      await services.authPool.query('delete from auth.session where "userId" = $1 and "createdAt" < $2', [
        personId,
        began,
      ]);
    await note('done');
    return answer;
  } catch (error) {
    if (error instanceof AppError) await note('refused');
    throw error;
  }
}

/** Acts of a signed-in person that ask for the password again. */
async function withPassword(
  call: Call,
  action: string,
  extra: Record<string, unknown> = {},
): Promise<Answer> {
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
    await auditAs(services, home, requestId, { action });
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
  return withPassword(call, 'accounts.change_password', { revokeOtherSessions: true });
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

/** Refuses a password that could be guessed, naming what to change. */
export function assertGoodPassword(
  password: string,
  owner: { name: string; email: string },
  path = 'password',
): void {
  const weakness = weaknessOf(password, owner);
  if (weakness)
    throw new AppError('invalid', { errors: [{ path, code: weakness.code, message: weakness.message }] });
}

const acts: Record<string, Act> = {
  'POST /sign-in/email': {
    fields: ['email', 'password'],
    answers: ['twoFactorRedirect', 'twoFactorMethods'],
    run: signIn,
  },
  'POST /two-factor/verify-totp': {
    fields: ['code'],
    answers: [],
    run: (call) =>
      secondFactor(call, (id, enrolling) =>
        useCode(call.services, id, call.fields['code'] ?? '', { enrolling }),
      ),
  },
  'POST /two-factor/verify-backup-code': {
    fields: ['code'],
    answers: [],
    run: (call) => secondFactor(call, async () => true),
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

function textFields(body: unknown, names: readonly string[]): Record<string, string> {
  const given = (body ?? {}) as Record<string, unknown>;
  const errors = names
    .filter((name) => typeof given[name] !== 'string' || given[name].length > 400)
    .map((name) => ({ path: name, code: 'text', message: 'Send text of at most 400 characters.' }));
  if (errors.length > 0) throw new AppError('invalid', { errors });
  return Object.fromEntries(names.map((name) => [name, String(given[name])]));
}

/** Answers /api/auth/*: what better-auth does, with lockout, audit and nothing beyond what Simpul uses of it. */
export async function handleAuth(services: Services, baseUrl: string, call: AuthCall): Promise<Answer> {
  const act = acts[`${call.method} ${call.path}`];
  if (!act) throw new AppError('not_found');
  const fields = textFields(call.body, act.fields);
  const headers = new Headers(call.headers);
  headers.delete('content-length');
  headers.set('content-type', 'application/json');
  const forward = async (extra: Record<string, unknown> = {}): Promise<Answer> => {
    const request = new Request(new URL(`/api/auth${call.path}`, baseUrl), {
      method: call.method,
      headers,
      body: JSON.stringify({ ...fields, ...extra }),
    });
    const response = await services.auth.handler(request);
    if (!response.ok) throw await problemFrom(response);
    const body = (await response.json().catch(() => ({}))) as Record<string, unknown> | null;
    return { body: body ?? {}, cookies: response.headers.getSetCookie() };
  };
  const { path, requestId } = call;
  const answer = await act.run({ services, path, fields, headers, requestId, forward });
  return {
    ...answer,
    body: Object.fromEntries(act.answers.filter((k) => k in answer.body).map((k) => [k, answer.body[k]])),
  };
}
