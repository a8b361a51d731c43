import type { StepUp } from '@simpul/contract/accounts/session';
import type { Ref } from '@simpul/contract/route';
import { attemptKey, beginAttempt, forgetAttempts } from '../../platform/auth/attempts.ts';
import { hasSecondFactor, isPassword, useCode } from '../../platform/auth/prove.ts';
import type { Ctx } from '../../platform/context.ts';
import { AppError } from '../../platform/errors.ts';

const needed = (path: string, given: string | undefined, message: string): string => {
  if (given === undefined) throw new AppError('invalid', { errors: [{ path, code: 'required', message }] });
  return given;
};

/**
 * Confirms who sits at the screen; opens what needs it for a few minutes, in this session alone. Asks for the
 * second factor where there is one: a password may lie in the browser that somebody left open.
 */
export async function stepUp({ actor, services, clock, audit }: Ctx, given: StepUp): Promise<Ref> {
  if (!actor.sessionId) throw new AppError('session_required');
  const byCode = await hasSecondFactor(services, actor.id);
  const proof = byCode
    ? needed('code', given.code, 'Send the code of the second factor.')
    : needed('password', given.password, 'Send the password.');
  const now = new Date(clock.now().epochMilliseconds);
  const key = attemptKey((await services.auth.$context).secret, 'person', actor.id);
  await beginAttempt(services.authPool, key, now);
  const right = byCode
    ? await useCode(services, actor.id, proof)
    : await isPassword(services, actor.id, proof);
  if (!right) throw new AppError(byCode ? 'wrong_code' : 'wrong_credentials');
  await forgetAttempts(services.authPool, [key], now);
  await services.authPool.query(
    'insert into auth.step_up (session, at) values ($1, $2) on conflict (session) do update set at = excluded.at',
    [actor.sessionId, now],
  );
  await audit({ action: 'accounts.step_up' });
  return { id: actor.sessionId };
}
