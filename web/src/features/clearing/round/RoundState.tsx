import { Ban, CircleHelp, Equal, History, LoaderCircle, X, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Status, type StatusKind } from '../../../ui/Status.tsx';
import type { PairLine, RoundLine } from '../queries.ts';

const look: Record<RoundLine['state'], { kind: StatusKind; icon?: LucideIcon }> = {
  matching: { kind: 'info', icon: LoaderCircle },
  review: { kind: 'wait' },
  agreed: { kind: 'ok' },
  replaced: { kind: 'mut', icon: History },
  cancelled: { kind: 'mut', icon: Ban },
};
export function RoundState({ state }: { state: RoundLine['state'] }) {
  const { t } = useTranslation('clearing-round');
  return <Status {...look[state]}>{t(`state.${state}`)}</Status>;
}

export type Decision = NonNullable<PairLine['decision']>;
export const decisionIcons: Record<Decision, LucideIcon> = { same: Equal, different: X, unsure: CircleHelp };
const decisionKinds: Record<Decision, StatusKind> = { same: 'ok', different: 'mut', unsure: 'wait' };
export function DecisionStatus({ decision }: { decision: Decision }) {
  const { t } = useTranslation('clearing-round');
  return (
    <Status kind={decisionKinds[decision]} icon={decisionIcons[decision]}>
      {t(`decision.${decision}`)}
    </Status>
  );
}
