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

/**
 * Brute force: every filling of the hidden sources to the sum a reader may know, with all that the reader may know of
 * each. What could the small ones be?
 */
function possible(
  hidden: readonly { value: number; mixed: boolean }[],
  o: { threshold: number; distinct: number; leastShown: number },
): Set<number>[] {
  const found = hidden.map(() => new Set<number>());
  const all = hidden.reduce((s, h) => s + h.value, 0);
  const walk = (i: number, so: number[], left: number): void => {
    if (i === hidden.length) {
      if (left === 0) so.forEach((v, at) => found[at]?.add(v));
      return;
    }
    const { value, mixed } = hidden[i] ?? { value: 0, mixed: false };
    const small = value <= o.threshold;
    const whole = mixed ? all : o.distinct;
    const least = small ? (mixed ? 2 : 1) : o.threshold + 1;
    const most = small ? Math.min(o.threshold, whole) : Math.min(whole, o.leastShown);
    for (let v = least; v <= Math.min(most, left); v += 1) walk(i + 1, [...so, v], left - v);
  };
  walk(0, [], all);
  return found;
}

test('CLR-39 a hidden source never stands alone and leaves two values, to whoever knows the sum too', () => {
  let seen = 0;
  let mixedSeen = 0;
  fc.assert(
    fc.property(
      overlapping,
      fc.constantFrom(2, 4, 9),
      fc.array(fc.nat(3), { minLength: 4, maxLength: 4 }),
      ({ counts, persons }, threshold, nameless) => {
        const cells = counts.map((value, i) => {
          const more = value > 0 ? Math.max(0, (nameless[i] ?? 0) - 1) : 0;
          return { code: `s${i}`, value: value + more, mixed: more > 0 };
        });
        const column = protectBySource(cells, { distinct: persons, threshold });
        cells.forEach(({ value }, i) => {
          if (value >= 1 && value <= threshold) expect(column.cells[i]?.value).toBeNull();
          if (value === 0 && column.outcome === 'cells_hidden') expect(column.cells[i]?.value).toBe(0);
        });
        if (column.outcome !== 'cells_hidden') return;
        seen += 1;
        const hidden = cells.filter((_, i) => column.cells[i]?.value === null);
        if (hidden.some((h) => h.mixed)) mixedSeen += 1;
        const shown = column.cells.flatMap((c) => (c.value === null || c.value === 0 ? [] : [c.value]));
        expect(hidden.length).toBeGreaterThanOrEqual(2);
        expect(hidden.reduce((a, b) => a + b.value, 0)).toBeGreaterThan(threshold);
        const could = possible(hidden, { threshold, distinct: persons, leastShown: Math.min(...shown) });
        hidden.forEach(({ value }, i) => {
          if (value > threshold) return;
          expect(could[i]?.size).toBeGreaterThanOrEqual(2);
          expect(could[i]).toContain(value);
        });
      },
    ),
    { numRuns: 800 },
  );
  expect(seen).toBeGreaterThan(100);
  expect(mixedSeen).toBeGreaterThan(50);
});

test('five sources of one person each are not told by the sum of all', () => {
  const column = protectBySource(cellsOf([20, 1, 1, 1, 1, 1]), { distinct: 22, threshold: 4 });
  expect(column.cells.map((c) => c.value)).toEqual([null, null, null, null, null, null]);
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
