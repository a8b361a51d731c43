import type { Deadline } from '@simpul/contract/duties/deadline';
import { Ban, CirclePause } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Status } from '../../ui/Status.tsx';

export function DeadlineStatus({ deadline }: { deadline: Pick<Deadline, 'status' | 'remaining'> }) {
  const { t } = useTranslation('duties');
  const { status, remaining } = deadline;
  if (status === 'open' && remaining.state === 'late') return <Status kind="late">{t('status.late')}</Status>;
  if (status === 'open') return <Status kind="ink">{t('status.open')}</Status>;
  if (status === 'paused')
    return (
      <Status kind="wait" icon={CirclePause}>
        {t('status.paused')}
      </Status>
    );
  if (status === 'done') return <Status kind="ok">{t('status.done')}</Status>;
  return (
    <Status kind="mut" icon={Ban}>
      {t(`status.${status}`)}
    </Status>
  );
}
