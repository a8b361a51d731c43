import { useTranslation } from 'react-i18next';
import { Status } from '../../ui/Status.tsx';

/** Whether a dated fact was checked in an official text. */
export function MarkStatus({ mark }: { mark: 'verified' | 'memory' }) {
  const { t } = useTranslation('regions');
  return <Status kind={mark === 'verified' ? 'ok' : 'wait'}>{t(`mark.${mark}`)}</Status>;
}
