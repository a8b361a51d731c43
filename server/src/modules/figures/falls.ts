import type { Fall, Figure } from '@simpul/contract/figures/figure';

const groupOf = (f: Figure) =>
  JSON.stringify([f.series, f.topic, f.areaCode, f.periodFrom, Object.entries(f.dimensions).sort()]);

/** The same unit; or part of the same breakdown where one of the two does not say what it counted. */
const comparable = (a: Figure, b: Figure): boolean =>
  a.unit === b.unit ||
  (Object.keys(a.dimensions).length > 0 && (a.unit === 'unclear' || b.unit === 'unclear'));

/**
 * Figures of one series counted from the same first day are cumulative and cannot fall (standards.md section 11).
 * Where one does, both are told: the reader decides which to doubt.
 */
export function fallsOf(figures: readonly Figure[]): Fall[] {
  const groups = Map.groupBy(
    figures.filter((f) => f.series !== null && f.kind === 'published' && f.supersededAt === null),
    groupOf,
  );
  return [...groups.values()].flatMap((group) => {
    const order = group.toSorted((a, b) => (a.periodTo < b.periodTo ? -1 : a.periodTo > b.periodTo ? 1 : 0));
    return order.flatMap((after, i) => {
      const before = order.slice(0, i).findLast((b) => b.periodTo < after.periodTo && comparable(b, after));
      return before && after.value < before.value ? [{ before, after }] : [];
    });
  });
}
