import { NoAnswerError, ProblemError } from '../../app/problem.ts';

/** The words for a failed try at the door; never says which of address and password was wrong. */
export function faultKey(
  error: unknown,
  form: 'signIn' | 'code' | 'recovery' | 'password' | 'invitation' | 'recover',
): string {
  if (error instanceof NoAnswerError) return 'fault.noAnswer';
  if (error instanceof ProblemError) {
    if (error.code === 'too_many_requests') return 'fault.locked';
    if (error.code === 'challenge_expired') return 'fault.tooLate';
    if (error.status >= 500) return 'fault.server';
  }
  return `fault.${form}`;
}
