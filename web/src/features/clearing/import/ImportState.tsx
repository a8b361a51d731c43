import { useTranslation } from 'react-i18next';
import { Ban, CircleHelp, LoaderCircle, TriangleAlert, type LucideIcon } from 'lucide-react';
import { Status, type StatusKind } from '../../../ui/Status.tsx';
import { stageOf, type Stage } from './stage.ts';
import type { ImportLine } from '../queries.ts';

const look: Record<Stage, { kind: StatusKind; icon?: LucideIcon }> = {
  checking: { kind: 'info', icon: LoaderCircle },
  accepting: { kind: 'info', icon: LoaderCircle },
  questions: { kind: 'wait', icon: CircleHelp },
  wrong: { kind: 'late', icon: TriangleAlert },
  ready: { kind: 'wait' },
  nothing: { kind: 'mut' },
  accepted: { kind: 'ok' },
  cancelled: { kind: 'mut', icon: Ban },
  withdrawn: { kind: 'mut', icon: Ban },
  failed: { kind: 'late', icon: TriangleAlert },
};

export function ImportState({
  line,
}: {
  line: Pick<ImportLine, 'state' | 'rowsWrong' | 'rowsReady' | 'acceptedAt'>;
}) {
  const { t } = useTranslation('clearing');
  const stage = stageOf(line);
  return <Status {...look[stage]}>{t(`importStage.${stage}`)}</Status>;
}
