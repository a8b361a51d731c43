import fc from 'fast-check';
import { expect, test } from 'vitest';
import { protectBySource } from './by-source.ts';

const cellsOf = (values: readonly number[]) => values.map((value, i) => ({ code: `s${i}`, value }));

/** Sources that overlap as people do: each person stands in one source or more. */
const overlapping = fc
  .tuple(
    fc.integer({ min: 1, max: 4 }),
    fc.integer({ min: 1, max: 20 }),
    fc.infiniteStream(fc.integer({ min: 1, max: 31 })),
  )
  .map(([sources, persons, draws]) => {
    const counts = Array.from({ length: sources }, () => 0);
    for (let p = 0; p < persons; p += 1) {
      const mask = (draws.next().value as number) & (2 ** sources - 1) || 1;
      for (let s = 0; s < sources; s += 1) if (mask & (1 << s)) counts[s] = (counts[s] ?? 0) + 1;
    }
    return { counts, persons };
  });

/** Brute force: every filling of the hidden sources within the bounds; what could the small ones be? */
function possible(
  hidden: readonly number[],
  need: number,
  threshold: number,
  distinct: number,
): Set<number>[] {
  const found = hidden.map(() => new Set<number>());
  const walk = (i: number, so: number[]): void => {
    if (i === hidden.length) {
      if (so.reduce((a, b) => a + b, 0) >= need) so.forEach((v, at) => found[at]?.add(v));
      return;
    }
    const most = (hidden[i] ?? 0) <= threshold ? Math.min(threshold, distinct) : distinct;
    for (let v = 1; v <= most; v += 1) walk(i + 1, [...so, v]);
  };
  walk(0, []);
  return found;
}

test('a hidden source never stands alone and leaves two values or more', () => {
  let seen = 0;
  fc.assert(
    fc.property(overlapping, fc.constantFrom(2, 4, 9), ({ counts, persons }, threshold) => {
      const column = protectBySource(cellsOf(counts), { distinct: persons, threshold });
      counts.forEach((value, i) => {
        if (value >= 1 && value <= threshold) expect(column.cells[i]?.value).toBeNull();
        if (value === 0 && column.outcome === 'cells_hidden') expect(column.cells[i]?.value).toBe(0);
      });
      if (column.outcome !== 'cells_hidden') return;
      seen += 1;
      const hidden = counts.filter((_, i) => column.cells[i]?.value === null);
      const shown = column.cells.reduce((s, c) => s + (c.value ?? 0), 0);
      expect(hidden.length).toBeGreaterThanOrEqual(2);
      expect(hidden.reduce((a, b) => a + b, 0)).toBeGreaterThan(threshold);
      const could = possible(hidden, persons - shown, threshold, persons);
      hidden.forEach((value, i) => {
        if (value <= threshold) expect(could[i]?.size).toBeGreaterThanOrEqual(2);
      });
    }),
    { numRuns: 800 },
  );
  expect(seen).toBeGreaterThan(100);
});

test('the smallest of the others goes with a source that would stand alone', () => {
  const column = protectBySource(cellsOf([9, 2, 12]), { distinct: 14, threshold: 4 });
  expect(column.cells.map((c) => c.value)).toEqual([null, null, 12]);
});
test('two sources are hidden together, one alone or without doubt wholly', () => {
  expect(protectBySource(cellsOf([12, 4]), { distinct: 16, threshold: 4 }).outcome).toBe('cells_hidden');
  expect(protectBySource(cellsOf([3]), { distinct: 3, threshold: 4 }).outcome).toBe('all_hidden');
  expect(protectBySource(cellsOf([1, 1]), { distinct: 1, threshold: 4 }).outcome).toBe('all_hidden');
});
test('counts that contradict each other are refused', () => {
  expect(() => protectBySource(cellsOf([5, 6]), { distinct: 12, threshold: 4 })).toThrow(RangeError);
  expect(() => protectBySource(cellsOf([5.5]), { distinct: 4, threshold: 4 })).toThrow(RangeError);
});
