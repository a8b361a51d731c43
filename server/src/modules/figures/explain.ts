import type { DifferenceReason } from '@simpul/contract/figures/codes';
import type { Figure } from '@simpul/contract/figures/figure';

/** Why a published figure may say something else than the agreed one; from what both carry, nothing is guessed. */
export function differenceReasons(
  published: Figure & { conflicts: boolean },
  agreed: Figure,
): DifferenceReason[] {
  if (published.value === agreed.value) return [];
  const reasons: DifferenceReason[] = [];
  if (published.partial) reasons.push('part_of_year');
  if (published.asOf !== null && agreed.asOf !== null && published.asOf < agreed.asOf)
    reasons.push('known_earlier');
  if (published.countingRule !== agreed.countingRule) reasons.push('other_counting_rule');
  reasons.push('one_source');
  if (published.conflicts) reasons.push('conflicts');
  if (published.note !== null) reasons.push('noted');
  return reasons;
}
