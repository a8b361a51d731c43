import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { protectOneWay, type ProtectedTable } from './one-way.ts';

const cellsOf = (values: readonly number[]) => values.map((value, i) => ({ code: `c${i}`, value }));

/** Every way to fill `count` cells, each from `low` to `high`, that adds up to `total`. */
function* fillings(count: number, total: number, low: number, high: number): Generator<number[]> {
  if (count === 0) {
    if (total === 0) yield [];
    return;
  }
  for (let v = low; v <= Math.min(high, total); v += 1)
    for (const rest of fillings(count - 1, total - v, low, high)) yield [v, ...rest];
}

/** The attacker subtracts what is shown from the total and lists what each hidden cell could be. */
function possible(table: ProtectedTable, low: number, high: number): Set<number>[] {
  const shown = table.cells.reduce((s, c) => s + (c.value ?? 0), 0);
  const hidden = table.cells.filter((c) => c.value === null).length;
  const found = Array.from({ length: hidden }, () => new Set<number>());
  for (const one of fillings(hidden, table.total - shown, low, high)) one.forEach((v, i) => found[i]?.add(v));
  return found;
}

const tables = fc.tuple(
  fc.array(
    fc.oneof({ weight: 3, arbitrary: fc.integer({ min: 0, max: 6 }) }, fc.integer({ min: 0, max: 60 })),
    {
      minLength: 1,
      maxLength: 6,
    },
  ),
  fc.constantFrom(2, 3, 4, 9),
);

describe('subtraction', () => {
  test('a naive reader cannot tell a hidden cell: it could be 0, and could be above the threshold', () => {
    let hidden = 0;
    fc.assert(
      fc.property(tables, ([values, threshold]) => {
        const table = protectOneWay(cellsOf(values), { threshold });
        const rest = table.total - table.cells.reduce((s, c) => s + (c.value ?? 0), 0);
        const count = table.cells.filter((c) => c.value === null).length;
        if (count === 0) return;
        hidden += 1;
        expect(count).toBeGreaterThanOrEqual(2);
        expect(rest).toBeGreaterThan(threshold);
      }),
      { numRuns: 2000 },
    );
    expect(hidden).toBeGreaterThan(100);
  });

  test('a reader who knows that hidden cells hold 1 to t is left with two values or more for each', () => {
    fc.assert(
      fc.property(tables, ([values, threshold]) => {
        const table = protectOneWay(cellsOf(values), { threshold });
        for (const could of possible(table, 1, threshold)) expect(could.size).toBeGreaterThanOrEqual(2);
      }),
      { numRuns: 1500 },
    );
  });

  test('the same who only knows that a hidden cell is not zero', () => {
    fc.assert(
      fc.property(tables, ([values, threshold]) => {
        const table = protectOneWay(cellsOf(values), { threshold });
        for (const could of possible(table, 1, table.total)) expect(could.size).toBeGreaterThanOrEqual(2);
      }),
      { numRuns: 1500 },
    );
  });

  test('nothing of 1 to t is ever shown, nothing else is ever hidden, and zeros are shown (invariant 6)', () => {
    fc.assert(
      fc.property(tables, ([values, threshold]) => {
        const table = protectOneWay(cellsOf(values), { threshold });
        expect(table.total).toBe(values.reduce((a, b) => a + b, 0));
        expect(table.cells).toHaveLength(table.outcome === 'total_only' ? 0 : values.length);
        table.cells.forEach((c, i) => {
          const value = values[i] ?? -1;
          expect(c.value).toBe(value >= 1 && value <= threshold ? null : value);
        });
      }),
      { numRuns: 1500 },
    );
  });

  test('who knows the algorithm learns no cell from it either (every table of 2 to 5 categories)', () => {
    for (const threshold of [2, 3, 4])
      for (const count of [2, 3, 4, 5])
        for (let total = 1; total <= 14; total += 1) {
          const alike = new Map<string, number[][]>();
          for (const values of fillings(count, total, 0, total)) {
            const published = JSON.stringify(protectOneWay(cellsOf(values), { threshold }));
            alike.set(published, [...(alike.get(published) ?? []), values]);
          }
          for (const [published, tablesAlike] of alike) {
            const { outcome, cells } = JSON.parse(published) as ProtectedTable;
            if (outcome === 'shown') continue;
            for (let i = 0; i < count; i += 1) {
              if (outcome === 'cells_hidden' && cells[i]?.value !== null) continue;
              expect(
                new Set(tablesAlike.map((t) => t[i])).size,
                `${published} cell ${i}`,
              ).toBeGreaterThanOrEqual(2);
            }
          }
        }
  });
});

describe('outcomes', () => {
  const outcome = (values: number[], threshold = 4) => protectOneWay(cellsOf(values), { threshold }).outcome;
  test('the examples of the rule', () => {
    expect(outcome([15, 8])).toBe('shown');
    expect(outcome([0, 12])).toBe('shown');
    expect(outcome([21, 2])).toBe('total_only'); // a hidden cell would stand alone
    expect(outcome([20, 2, 2])).toBe('total_only'); // sum 4 is not above 4
    expect(outcome([20, 2, 3])).toBe('cells_hidden');
    expect(outcome([20, 4, 3])).toBe('total_only'); // 7 is 4 and 3, in one order or the other
    expect(outcome([4, 4])).toBe('total_only'); // 8 is 4 and 4 and nothing else
    expect(outcome([1, 1, 1, 1, 1])).toBe('total_only'); // each not zero: each is 1
    expect(outcome([6, 8], 9)).toBe('cells_hidden');
    expect(outcome([])).toBe('shown');
  });

  test.each([
    [[1.5], 4],
    [[-1], 4],
    [[Number.NaN], 4],
    [[3], 1],
  ])('refuses %j with threshold %d', (values, threshold) => {
    expect(() => protectOneWay(cellsOf(values), { threshold })).toThrow(RangeError);
  });
  test('refuses a category that comes twice', () => {
    const twice = [
      { code: 'a', value: 3 },
      { code: 'a', value: 9 },
    ];
    expect(() => protectOneWay(twice, { threshold: 4 })).toThrow(/once/);
  });
});
