import { ProblemError } from './problem.ts';

/**
 * Where a refused call leads the person: to the door when the session is over, to the second factor when the account
 * has none yet, nowhere for anything else (a wrong code or password is told where it was typed).
 */
export function afterRefusal(error: unknown): 'door' | 'enrol' | null {
  if (!(error instanceof ProblemError)) return null;
  if (error.code === 'unauthenticated') return 'door';
  return error.code === 'second_factor_required' ? 'enrol' : null;
}
