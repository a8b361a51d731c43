import { useTranslation } from 'react-i18next';
import { useToday } from '../../../app/use-today.ts';
import { useFormat } from '../../../ui/FormatProvider.tsx';
import { Status } from '../../../ui/Status.tsx';
import type { Period, PeriodAgency } from '../queries.ts';

interface SignOffStateProps {
  of: Pick<PeriodAgency, 'signedOffAt' | 'waiting' | 'rows' | 'pending'>;
  period: Period;
}

/** Whether an agency answered for a quarter, else what it still has to do; late once the quarter is over. */
export function SignOffState({ of, period }: SignOffStateProps) {
  const { t } = useTranslation('clearing-round');
  const { date, number } = useFormat();
  const today = useToday();
  if (of.signedOffAt) return <Status kind="ok">{t('ready.signed', { when: date(of.signedOffAt) })}</Status>;
  const kind = period.ends < today ? 'late' : 'wait';
  const left =
    of.waiting > 0
      ? t('ready.toConfirm', { count: of.waiting, number: number(of.waiting) })
      : of.rows > 0
        ? t('ready.toSign')
        : t(of.pending > 0 ? 'ready.toTakeIn' : 'ready.nothing');
  return <Status kind={kind}>{kind === 'late' ? t('ready.lateWith', { left }) : left}</Status>;
}
