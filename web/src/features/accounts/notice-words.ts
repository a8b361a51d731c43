import type { Notice } from '@simpul/contract/accounts/notice';

/** The words of a notice; none of them names anybody. */
export const wordsKey = (n: Notice): string =>
  n.approve ? 'approve' : `${n.kind}.${n.own ? 'own' : 'other'}`;

const most = 5;

/**
 * The few that are shown, what waits for an approval first, and the ids that one press puts aside: those shown, but
 * never an approval that is still awaited.
 */
export function shownNotices(all: readonly Notice[]) {
  const sorted = [...all].sort(
    (a, b) => Number(b.approve) - Number(a.approve) || Number(b.own) - Number(a.own),
  );
  const shown = sorted.slice(0, most);
  return {
    shown,
    more: sorted.length - shown.length,
    ids: shown.filter((n) => !n.approve).map((n) => n.id),
  };
}
