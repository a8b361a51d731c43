import { expect, test } from 'vitest';
import { loggerOptions } from './log.ts';

test('an error is logged by its places: a message of several lines does not ride along in the stack', () => {
  const error = Object.assign(new Error('value "x\nRATNA CONTOH" is not a date'), { code: '22007' });
  const line = JSON.stringify(loggerOptions.serializers?.['err']?.(error));
  expect(line).not.toContain('RATNA');
  expect(line).toContain('refused by the database');
  expect(line).toMatch(/at .*log\.test\.ts/);
});
