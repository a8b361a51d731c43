import { expect, test } from 'vitest';
import { createKeyKeeper } from './idempotency.ts';
import { isPassing, NoAnswerError, ProblemError, toProblem } from './problem.ts';

function keeper() {
  let n = 0;
  return createKeyKeeper(() => `k-${++n}`);
}

test('the same act keeps its key until it is settled', () => {
  const keys = keeper();
  expect(keys.keyFor({ id: '1', reason: 'a' })).toBe('k-1');
  expect(keys.keyFor({ id: '1', reason: 'a' })).toBe('k-1');
  keys.done();
  expect(keys.keyFor({ id: '1', reason: 'a' })).toBe('k-2');
});

test('another input is another act', () => {
  const keys = keeper();
  expect(keys.keyFor({ id: '1' })).toBe('k-1');
  expect(keys.keyFor({ id: '2' })).toBe('k-2');
  expect(keys.keyFor(undefined)).toBe('k-3');
});

test('files are told apart', () => {
  const keys = keeper();
  const file = (text: string) => new File([text], 'a.csv', { lastModified: 1 });
  expect(keys.keyFor({ file: file('1') })).toBe('k-1');
  expect(keys.keyFor({ file: file('1') })).toBe('k-1');
  expect(keys.keyFor({ file: file('12') })).toBe('k-2');
});

test('only what may have been lost on the way is tried again', () => {
  const refusal = (status: number) => new ProblemError(toProblem(status, {}));
  expect(isPassing(new NoAnswerError(undefined))).toBe(true);
  expect(isPassing(refusal(503))).toBe(true);
  expect(isPassing(refusal(429))).toBe(true);
  expect(isPassing(refusal(409))).toBe(false);
  expect(isPassing(new Error('a fault of ours'))).toBe(false);
});
