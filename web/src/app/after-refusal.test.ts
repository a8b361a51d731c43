import { problems, type ProblemCode } from '@simpul/contract/problem';
import { describe, expect, test } from 'vitest';
import { afterRefusal } from './after-refusal.ts';
import { mustEnrol } from './must-enrol.ts';
import { NoAnswerError, ProblemError, toProblem } from './problem.ts';

const refused = (code: ProblemCode) => afterRefusal(new ProblemError(toProblem(problems[code], { code })));

describe('a refused call', () => {
  test('ACC-7: of an account without second factor leads to the second factor, never to the door', () => {
    expect(refused('second_factor_required')).toBe('enrol');
  });
  test('of a session that is over leads to the door, also where the answer is no problem of ours', () => {
    expect(refused('unauthenticated')).toBe('door');
    expect(afterRefusal(new ProblemError(toProblem(401, 'Unauthorized')))).toBe('door');
  });
  test('of any other kind leaves the person where they are', () => {
    const others = (Object.keys(problems) as ProblemCode[]).filter(
      (code) => code !== 'unauthenticated' && code !== 'second_factor_required',
    );
    expect(others.map(refused)).toEqual(others.map(() => null));
    expect(afterRefusal(new NoAnswerError(undefined))).toBeNull();
  });
});

test('ACC-7: an office asks for the second factor first, a demonstration does without', () => {
  const me = (demo: boolean, secondFactor: boolean) => ({
    secondFactor,
    tenant: { code: '64', name: 'Kalimantan Timur', zone: 'Asia/Makassar', demo },
  });
  expect(mustEnrol(me(false, false))).toBe(true);
  expect(mustEnrol(me(false, true))).toBe(false);
  expect(mustEnrol(me(true, false))).toBe(false);
});
