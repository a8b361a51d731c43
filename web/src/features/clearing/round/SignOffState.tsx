import { useTranslation } from 'react-i18next';
import { useToday } from '../../../app/use-today.ts';
import { useFormat } from '../../../ui/FormatProvider.tsx';
import { Status } from '../../../ui/Status.tsx';
import type { Period } from '../queries.ts';

/** Whether an agency answered for a quarter; late once the quarter is over. */
export function SignOffState({ at, period }: { at: string | null; period: Period }) {
  const { t } = useTranslation('clearing-round');
  const { date } = useFormat();
  const today = useToday();
  if (at) return <Status kind="ok">{t('ready.signed', { when: date(at) })}</Status>;
  return period.ends < today ? (
    <Status kind="late">{t('ready.late')}</Status>
  ) : (
    <Status kind="wait">{t('ready.waiting')}</Status>
  );
}
