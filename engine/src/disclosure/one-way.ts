/**
 * Disclosure control of a one-way table of counts: one attribute, its categories, and the total.
 *
 * A threshold t hides counts of 1 to t; zeros are shown. A hidden cell never stands alone: at least two cells
 * are hidden, their sum is above t, and the sum stays two away from what it would be if all of them were 1 or all
 * were t; otherwise only the total is published. (One away would do for point 2, but not for point 3: with three
 * categories and a total of 3 a refused table could then be nothing but 1, 1, 1.) Cells above t are never sacrificed here: that (complementary suppression over linked
 * tables) needs an optimiser and is another function.
 *
 * What is guaranteed for every hidden cell, for a reader who has the table, the total and this text:
 *  1. who knows nothing but that counts are not negative: the cell could be 0 and could be above t;
 *  2. who knows that hidden cells hold 1 to t: at least two values remain possible;
 *  3. who also knows this algorithm, and looks at a table of which only the total is shown: at least two
 *     values remain possible for every cell, as long as the table has two categories or more.
 * Not guaranteed: anything against a reader who brings counts of the same people from elsewhere (a hidden cell
 * of one's own agency, the same table at an earlier date), and nothing about the total itself. The total must be
 * one that may stand: here the yearly total of a province, which is exempt by rule.
 *
 * After Willenborg and de Waal, Elements of Statistical Disclosure Control (2001), chapter 3: a suppressed cell is
 * judged by the interval that the published margins leave for it.
 */

export interface OneWayCell {
  code: string;
  value: number;
}
export interface ProtectedCell {
  code: string;
  /** Null where the count is hidden. */
  value: number | null;
}
export interface ProtectedTable {
  outcome: 'shown' | 'cells_hidden' | 'total_only';
  total: number;
  /** Empty when only the total is published. */
  cells: ProtectedCell[];
}

const sum = (cells: readonly OneWayCell[]): number => cells.reduce((s, c) => s + c.value, 0);

/**
 * @param cells counts of distinct units, whole and not negative; every unit in exactly one category.
 * @param threshold t, at least 2: counts of 1 to t are hidden.
 * @throws RangeError for counts or thresholds outside their range, and for a category that comes twice.
 *
 * @example
 * protectOneWay([{ code: 'female', value: 15 }, { code: 'male', value: 8 }], { threshold: 4 }).outcome; // 'shown'
 * protectOneWay([{ code: 'child', value: 2 }, { code: 'adult', value: 21 }], { threshold: 4 }).outcome; // 'total_only'
 */
export function protectOneWay(
  cells: readonly OneWayCell[],
  { threshold }: { threshold: number },
): ProtectedTable {
  if (!Number.isSafeInteger(threshold) || threshold < 2)
    throw new RangeError('the threshold is a whole number of 2 or more');
  if (cells.some((c) => !Number.isSafeInteger(c.value) || c.value < 0))
    throw new RangeError('counts are whole numbers of 0 or more');
  if (new Set(cells.map((c) => c.code)).size !== cells.length)
    throw new RangeError('a category stands once in a table');
  const total = sum(cells);
  const small = cells.filter((c) => c.value >= 1 && c.value <= threshold);
  if (small.length === 0) return { outcome: 'shown', total, cells: cells.map((c) => ({ ...c })) };
  const hidden = sum(small);
  const spread = hidden >= small.length + 2 && hidden <= small.length * threshold - 2;
  if (small.length < 2 || hidden <= threshold || !spread) return { outcome: 'total_only', total, cells: [] };
  return {
    outcome: 'cells_hidden',
    total,
    cells: cells.map((c) => ({ code: c.code, value: small.includes(c) ? null : c.value })),
  };
}
