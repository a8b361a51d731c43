import { weaknessOf } from '@simpul/contract/accounts/password-rules';
import { AppError } from '../errors.ts';

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
