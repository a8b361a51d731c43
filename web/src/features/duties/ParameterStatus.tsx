import type { ParameterMark } from '@simpul/contract/duties/legal-parameter';
import { BookOpenCheck, Brain, FileText, Gavel, type LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../ui/FormatProvider.tsx';
import { Status } from '../../ui/Status.tsx';
import classes from './Duties.module.css';
import type { Parameter } from './queries.ts';

const icons: Record<ParameterMark, LucideIcon> = {
  verified: BookOpenCheck,
  stated: FileText,
  memory: Brain,
  decision: Gavel,
};

/** Where the number was found; one from memory calls for a check. */
export function MarkStatus({ mark }: { mark: ParameterMark }) {
  const { t } = useTranslation('duties');
  return (
    <Status kind={mark === 'memory' ? 'wait' : 'mut'} icon={icons[mark]}>
      {t(`mark.${mark}`)}
    </Status>
  );
}

/** Whether somebody of this office read the number in the official text, who and when. */
export function CheckStatus({ parameter }: { parameter: Pick<Parameter, 'verification'> }) {
  const { t } = useTranslation('duties');
  const { date } = useFormat();
  const { verification } = parameter;
  if (!verification) return <Status kind="wait">{t('check.unchecked')}</Status>;
  return (
    <span className={classes['cell']}>
      <Status kind="ok">{t('check.checked')}</Status>
      <span className={classes['small']}>
        {t('check.by', { name: verification.byName ?? '', day: date(verification.at) })}
      </span>
    </span>
  );
}
