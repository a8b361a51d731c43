/**
 * Disclosure control of counts by source, where sources overlap: the same person may stand in several, so the
 * column does not add up to the number of distinct persons printed beside it. A reader still has bounds: no source
 * holds more persons than that number, and all sources together hold at least that many. (A source may count more
 * cases than were agreed, where cases were joined; the reader is still taken to use the bound.)
 *
 * A reader may also come to know what all sources hold together: from a total of rows, or because no pair of rows was
 * found. So that sum is taken as known, which says more than the bound below.
 *
 * Counts of 1 to t are hidden, and with them the smallest others until at least two cells are hidden, their sum
 * is above t, and for every hidden count of 1 to t at least two values remain possible for a reader who knows t,
 * the sum, the number of distinct persons, which cells were hidden beside the small ones, and that these are not
 * larger than any that is shown. Where that cannot be reached the whole column is hidden.
 */
import type { OneWayCell, ProtectedCell } from './one-way.ts';

export interface SourceCell extends OneWayCell {
  /**
   * The source also counts units of which nobody can say whether others hold them too (persons without identity). Its
   * count then has no upper bound, and is 2 or more for a reader who is told of it.
   */
  mixed?: boolean;
}
export interface SourceColumn {
  outcome: 'shown' | 'cells_hidden' | 'all_hidden';
  cells: ProtectedCell[];
}
interface Range {
  min: number;
  max: number;
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

/** What each hidden cell may hold, before the sum is looked at: small ones first, the others beside them after. */
function rangeOf(cell: SourceCell, small: boolean, o: Bounds): Range {
  const whole = cell.mixed ? o.hiddenSum : o.distinct;
  return small
    ? { min: cell.mixed ? 2 : 1, max: Math.min(o.threshold, whole) }
    : { min: o.threshold + 1, max: Math.min(whole, o.leastShown) };
}
interface Bounds {
  distinct: number;
  threshold: number;
  hiddenSum: number;
  leastShown: number;
}

/** True when every hidden count of 1 to t could be at least two numbers that fill the cells to their known sum. */
function leavesDoubt(hidden: readonly SourceCell[], primary: number, o: Bounds): boolean {
  const ranges = hidden.map((cell, i) => rangeOf(cell, i < primary, o));
  const least = sum(ranges.map((r) => r.min));
  const most = sum(ranges.map((r) => r.max));
  return ranges
    .slice(0, primary)
    .every(
      (r) => Math.max(r.min, o.hiddenSum - (most - r.max)) < Math.min(r.max, o.hiddenSum - (least - r.min)),
    );
}

/**
 * @param cells units by source, whole and not negative.
 * @param distinct units in all sources together, each counted once: printed beside the column.
 * @throws RangeError for counts that contradict each other.
 *
 * @example
 * protectBySource([{ code: 'a', value: 9 }, { code: 'b', value: 2 }, { code: 'c', value: 12 }], { distinct: 14, threshold: 4 });
 * // b is hidden, and a with it: one hidden cell would stand alone
 */
export function protectBySource(
  cells: readonly SourceCell[],
  { distinct, threshold }: { distinct: number; threshold: number },
): SourceColumn {
  if (!Number.isSafeInteger(threshold) || threshold < 2)
    throw new RangeError('the threshold is a whole number of 2 or more');
  const total = sum(cells.map((c) => c.value));
  if (cells.some((c) => !Number.isSafeInteger(c.value) || c.value < 0) || total < distinct)
    throw new RangeError('counts are whole numbers of 0 or more, and together they hold all units');
  const ascending = cells.filter((c) => c.value > 0).sort((a, b) => a.value - b.value);
  const primary = ascending.filter((c) => c.value <= threshold).length;
  if (primary === 0) return { outcome: 'shown', cells: cells.map(({ code, value }) => ({ code, value })) };
  for (let count = Math.max(2, primary); count <= ascending.length; count += 1) {
    const hidden = ascending.slice(0, count);
    const hiddenSum = sum(hidden.map((c) => c.value));
    const leastShown = ascending[count]?.value ?? Number.POSITIVE_INFINITY;
    if (
      hiddenSum <= threshold ||
      !leavesDoubt(hidden, primary, { distinct, threshold, hiddenSum, leastShown })
    )
      continue;
    const gone = new Set(hidden);
    return {
      outcome: 'cells_hidden',
      cells: cells.map((c) => ({ code: c.code, value: gone.has(c) ? null : c.value })),
    };
  }
  return { outcome: 'all_hidden', cells: cells.map((c) => ({ code: c.code, value: null })) };
}
