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

export interface Enrolment {
  totpURI: string;
  backupCodes: string[];
}

export const auth = {
  signIn: (email: string, password: string) =>
    call<{ twoFactorRedirect?: boolean }>('/sign-in/email', { email, password }),
  verifyTotp: (code: string) => call('/two-factor/verify-totp', { code }),
  verifyRecoveryCode: (code: string) => call('/two-factor/verify-backup-code', { code }),
  signOut: () => call('/sign-out', {}),
  enableTwoFactor: (password: string) => call<Enrolment>('/two-factor/enable', { password }),
  newRecoveryCodes: (password: string) =>
    call<{ backupCodes: string[] }>('/two-factor/generate-backup-codes', { password }),
  changePassword: (currentPassword: string, newPassword: string) =>
    call('/change-password', { currentPassword, newPassword }),
};
