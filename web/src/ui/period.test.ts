import { expect, test } from 'vitest';
import { periodWords } from './period.ts';

test('periods in words', () => {
  expect(periodWords('2026')).toEqual({ key: 'period.year', values: { year: '2026' } });
  expect(periodWords('2026-Q4')).toEqual({ key: 'period.quarter', values: { year: '2026', quarter: 'IV' } });
  expect(periodWords('2026-11')).toEqual({ key: 'period.month', month: '2026-11-01' });
  expect(periodWords('TPPO-1')).toBeUndefined();
});
