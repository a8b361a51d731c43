import { expect, test } from 'vitest';
import { quartersToOpen } from './quarters.ts';

test('the quarter of today comes first, and years turn', () => {
  expect(quartersToOpen([], '2026-01-01').slice(0, 3)).toEqual(['2026-Q1', '2025-Q4', '2025-Q3']);
  expect(quartersToOpen([], '2026-12-31')[0]).toBe('2026-Q4');
});
test('what exists is not offered again', () => {
  expect(quartersToOpen(['2026-Q2', '2026-Q1'], '2026-06-30').slice(0, 2)).toEqual(['2025-Q4', '2025-Q3']);
});
