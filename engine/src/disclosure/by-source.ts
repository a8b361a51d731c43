/**
 * Disclosure control of counts by source, where sources overlap: the same person may stand in several, so the
 * column does not add up to the number of distinct persons printed beside it. A reader still has two bounds:
 * no source holds more persons than that number, and all sources together hold at least that many. (A source may
 * count more cases than were agreed, where cases were joined; the reader is still taken to use the bound.)
 *
 * Counts of 1 to t are hidden, and with them the smallest others until at least two cells are hidden, their sum
 * is above t, and for every hidden count of 1 to t at least two values remain possible for a reader who knows t
 * and both bounds. Where that cannot be reached the whole column is hidden.
 */
import type { OneWayCell, ProtectedCell } from './one-way.ts';

export interface SourceColumn {
  outcome: 'shown' | 'cells_hidden' | 'all_hidden';
  cells: ProtectedCell[];
}

/**
 * True when a hidden count of 1 to t could be at least two numbers. A source that was hidden beside the small ones
 * may hold anything up to all units, so with one of those the lower bound says nothing.
 */
function leavesDoubt(o: {
  small: number;
  beside: number;
  shownSum: number;
  distinct: number;
  threshold: number;
}): boolean {
  const most = Math.min(o.threshold, o.distinct);
  const others = (o.small - 1) * most + o.beside * o.distinct;
  return Math.max(1, o.distinct - o.shownSum - others) < most;
}

/**
 * @param cells distinct units by source, whole and not negative.
 * @param distinct units in all sources together, each counted once: printed beside the column.
 * @throws RangeError for counts that contradict each other.
 *
 * @example
 * protectBySource([{ code: 'a', value: 9 }, { code: 'b', value: 2 }, { code: 'c', value: 12 }], { distinct: 14, threshold: 4 });
 * // b is hidden, and a with it: one hidden cell would stand alone
 */
export function protectBySource(
  cells: readonly OneWayCell[],
  { distinct, threshold }: { distinct: number; threshold: number },
): SourceColumn {
  if (!Number.isSafeInteger(threshold) || threshold < 2)
    throw new RangeError('the threshold is a whole number of 2 or more');
  const total = cells.reduce((s, c) => s + c.value, 0);
  if (cells.some((c) => !Number.isSafeInteger(c.value) || c.value < 0) || total < distinct)
    throw new RangeError('counts are whole numbers of 0 or more, and together they hold all units');
  const ascending = cells.filter((c) => c.value > 0).sort((a, b) => a.value - b.value);
  const primary = ascending.filter((c) => c.value <= threshold).length;
  if (primary === 0) return { outcome: 'shown', cells: cells.map((c) => ({ ...c })) };
  for (let count = Math.max(2, primary); count <= ascending.length; count += 1) {
    const hidden = new Set(ascending.slice(0, count));
    const hiddenSum = ascending.slice(0, count).reduce((s, c) => s + c.value, 0);
    const beside = count - primary;
    if (
      hiddenSum <= threshold ||
      !leavesDoubt({ small: primary, beside, shownSum: total - hiddenSum, distinct, threshold })
    )
      continue;
    return {
      outcome: 'cells_hidden',
      cells: cells.map((c) => ({ code: c.code, value: hidden.has(c) ? null : c.value })),
    };
  }
  return { outcome: 'all_hidden', cells: cells.map((c) => ({ code: c.code, value: null })) };
}
