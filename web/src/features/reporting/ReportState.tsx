import type { ReportState as State } from '@simpul/contract/reporting/codes';
import { FilePen, PenLine, Send, Snowflake, Undo2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Status, type StatusKind } from '../../ui/Status.tsx';

const looks = {
  draft: { kind: 'wait', icon: FilePen },
  frozen: { kind: 'info', icon: Snowflake },
  signed: { kind: 'ok', icon: PenLine },
  submitted: { kind: 'ok', icon: Send },
  withdrawn: { kind: 'mut', icon: Undo2 },
} as const satisfies Record<State, { kind: StatusKind; icon: typeof Send }>;

export function ReportState({ state }: { state: State }) {
  const { t } = useTranslation('reporting');
  const { kind, icon } = looks[state];
  return (
    <Status kind={kind} icon={icon}>
      {t(`state.${state}`)}
    </Status>
  );
}
