import { Ban, History, Hourglass, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Status, type StatusKind } from '../../../ui/Status.tsx';
import type { RowLine } from '../queries.ts';

const look: Record<RowLine['state'], { kind: StatusKind; icon?: LucideIcon }> = {
  imported: { kind: 'wait', icon: Hourglass },
  confirmed: { kind: 'ok' },
  excluded: { kind: 'mut', icon: Ban },
  superseded: { kind: 'mut', icon: History },
};

export function RowState({ state }: { state: RowLine['state'] }) {
  const { t } = useTranslation('clearing-verify');
  return <Status {...look[state]}>{t(`state.${state}`)}</Status>;
}
