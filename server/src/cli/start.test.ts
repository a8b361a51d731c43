import { expect, test } from 'vitest';
import { hostOf } from './start.ts';

test('a demonstration listens on this machine only, whatever the environment says', () => {
  const env = { SIMPUL_HOST: '0.0.0.0' };
  expect(hostOf('demo', env)).toBe('127.0.0.1');
  expect(hostOf('office', env)).toBe('0.0.0.0');
  expect(hostOf('office', {})).toBe('127.0.0.1');
});
