import { expect, test } from 'vitest';
import { deviceOf } from './device.ts';

test('names a device as its owner would', () => {
  expect(
    deviceOf(
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36 Edg/140.0',
    ),
  ).toEqual({ browser: 'Edge', system: 'Windows', phone: false });
  expect(
    deviceOf('Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36'),
  ).toEqual({
    browser: 'Chrome',
    system: 'Android',
    phone: true,
  });
  expect(
    deviceOf('Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15) AppleWebKit/605.1 Version/18.0 Safari/605.1'),
  ).toEqual({ browser: 'Safari', system: 'macOS', phone: false });
  expect(deviceOf('')).toEqual({ browser: null, system: null, phone: false });
});
