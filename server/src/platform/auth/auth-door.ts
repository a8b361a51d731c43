import type { ProblemCode } from '@simpul/contract/problem';
import type { Services } from '../context.ts';
import { AppError } from '../errors.ts';
import { acts, type Answer } from './sign-in.ts';

/** A request to /api/auth: the only way through which better-auth is reached from outside. */
export interface AuthCall {
  method: string;
  path: string;
  body: unknown;
  headers: Headers;
  requestId: string;
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
