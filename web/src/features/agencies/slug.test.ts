import { expect, test } from 'vitest';
import { slugOf } from './slug.ts';

test('a code holds small letters, digits and single hyphens', () => {
  expect(slugOf('Disuji Kaltim')).toBe('disuji-kaltim');
  expect(slugOf('UPTD PPA (Kota) Samarinda')).toBe('uptd-ppa-kota-samarinda');
  expect(slugOf('  Bálai & Kantor  ')).toBe('balai-kantor');
  expect(slugOf('…')).toBe('');
  expect(slugOf(`${'panjang '.repeat(9)}`)).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  expect(slugOf(`${'panjang '.repeat(9)}`).length).toBeLessThanOrEqual(60);
});
