import { CircleSlash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Status } from '../../ui/Status.tsx';
import type { AgencyRow } from './queries.ts';

export function AgencyStatus({ agency }: { agency: Pick<AgencyRow, 'state'> }) {
  const { t } = useTranslation('agencies');
  return agency.state === 'active' ? (
    <Status kind="ok">{t('state.active')}</Status>
  ) : (
    <Status kind="mut" icon={CircleSlash2}>
      {t('state.closed')}
    </Status>
  );
}

/** Whether the entry was checked in a published source. */
export function AgencyMark({ mark }: { mark: AgencyRow['mark'] }) {
  const { t } = useTranslation('agencies');
  return (
    <Status kind={mark === 'memory' ? 'wait' : mark === 'entered' ? 'info' : 'ok'}>
      {t(`mark.${mark}`)}
    </Status>
  );
}
