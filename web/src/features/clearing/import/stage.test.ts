import { expect, test } from 'vitest';
import { partsOf, stageOf, stepStates } from './stage.ts';

const counts = {
  rowsTotal: 217,
  rowsReady: 161,
  rowsWrong: 23,
  rowsKnown: 2,
  rowsLeftOut: 28,
  rowsRepeated: 3,
};

test('a checked file is ready only without a wrong row and with something new', () => {
  const of = (rowsWrong: number, rowsReady: number) =>
    stageOf({ state: 'checked', rowsWrong, rowsReady, acceptedAt: null });
  expect([of(1, 5), of(0, 5), of(0, 0)]).toEqual(['wrong', 'ready', 'nothing']);
  expect(stageOf({ state: 'recognised', rowsWrong: 0, rowsReady: 0, acceptedAt: null })).toBe('questions');
  const taken = { rowsWrong: 0, rowsReady: 5, acceptedAt: '2026-11-25T02:00:00Z' };
  expect(stageOf({ state: 'accepted', ...taken })).toBe('accepted');
  // Laid aside before its rows counted, or after.
  expect(stageOf({ state: 'cancelled', ...taken, acceptedAt: null })).toBe('cancelled');
  expect(stageOf({ state: 'cancelled', ...taken })).toBe('withdrawn');
});

test('steps stand where the work stands; what is over has no present step', () => {
  expect(stepStates('wrong')).toEqual(['done', 'done', 'now', 'todo', 'todo']);
  expect(stepStates('accepted')).toEqual(['done', 'done', 'done', 'done', 'now']);
  expect(stepStates('cancelled')).not.toContain('now');
});

test('the parts of the bar add up to all rows', () => {
  expect(partsOf(counts).reduce((sum, part) => sum + part.value, 0)).toBe(counts.rowsTotal);
});
