import { expect, test } from 'vitest';
import { NoAnswerError, ProblemError, toProblem } from '../../app/problem.ts';
import { faultKey } from './fault-key.ts';

const problem = (status: number, code: string) => new ProblemError(toProblem(status, { code }));

test('says what a person can do next', () => {
  expect(faultKey(problem(401, 'wrong_credentials'), 'signIn')).toBe('fault.signIn');
  expect(faultKey(problem(401, 'wrong_code'), 'code')).toBe('fault.code');
  expect(faultKey(problem(401, 'challenge_expired'), 'code')).toBe('fault.tooLate');
  expect(faultKey(problem(429, 'too_many_requests'), 'signIn')).toBe('fault.locked');
  expect(faultKey(problem(500, 'unexpected'), 'signIn')).toBe('fault.server');
  expect(faultKey(new NoAnswerError(new TypeError('failed')), 'signIn')).toBe('fault.noAnswer');
});
