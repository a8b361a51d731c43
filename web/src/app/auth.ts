import { NoAnswerError, ProblemError, toProblem } from './problem.ts';

/** better-auth's own endpoints, which are no part of the contract. */
async function call<T>(path: string, body?: unknown): Promise<T> {
  let response: Response;
  try {
    response = await fetch(`/api/auth${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      credentials: 'same-origin',
      ...(body === undefined
        ? {}
        : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
  } catch (error) {
    throw new NoAnswerError(error);
  }
  const text = await response.text();
  const data: unknown = text === '' ? undefined : JSON.parse(text);
  if (!response.ok) throw new ProblemError(toProblem(response.status, data));
  return data as T;
}

export interface Session {
  token: string;
  createdAt: string;
  updatedAt: string;
  expiresAt: string;
  userAgent?: string | null;
  ipAddress?: string | null;
}
export interface Enrolment {
  totpURI: string;
  backupCodes: string[];
}

export interface Invitation {
  name: string;
  email: string;
  role: string;
  agencyName: string | null;
  tenantName: string;
  zone: string;
  expiresAt: string;
}

export const auth = {
  readInvitation: (token: string) => post<Invitation>('/invitations/read', { token }),
  acceptInvitation: (token: string, password: string) => post('/invitations/accept', { token, password }),
  /** Confirms the second factor, or the password where there is none; good for a few minutes. */
  stepUp: (proof: { code: string } | { password: string }) => post('/step-up', proof),
  signIn: (email: string, password: string) =>
    call<{ twoFactorRedirect?: boolean }>('/sign-in/email', { email, password }),
  verifyTotp: (code: string) => call('/two-factor/verify-totp', { code }),
  verifyRecoveryCode: (code: string) => call('/two-factor/verify-backup-code', { code }),
  signOut: () => call('/sign-out', {}),
  listSessions: () => call<Session[]>('/list-sessions'),
  currentSession: () => call<{ session: { token: string } } | null>('/get-session'),
  revokeSession: (token: string) => call('/revoke-session', { token }),
  revokeOtherSessions: () => call('/revoke-other-sessions', {}),
  enableTwoFactor: (password: string) => call<Enrolment>('/two-factor/enable', { password }),
  newRecoveryCodes: (password: string) =>
    call<{ backupCodes: string[] }>('/two-factor/generate-backup-codes', { password }),
  changePassword: (currentPassword: string, newPassword: string) =>
    call('/change-password', { currentPassword, newPassword, revokeOtherSessions: true }),
};

async function post<T>(path: string, body: unknown): Promise<T> {
  let response: Response;
  try {
    response = await fetch(`/api/accounts${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  } catch (error) {
    throw new NoAnswerError(error);
  }
  const data: unknown = await response.json().catch(() => undefined);
  if (!response.ok) throw new ProblemError(toProblem(response.status, data));
  return data as T;
}
