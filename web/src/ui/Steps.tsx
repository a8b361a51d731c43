import { Check } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import classes from './Steps.module.css';

export interface Step {
  key: string;
  label: string;
  note?: string;
  state: 'done' | 'now' | 'partial' | 'todo';
}

/** Where a piece of work stands. Not a queue: a step may be partly done while a later one is finished. */
export function Steps({ steps, label }: { steps: readonly Step[]; label: string }) {
  const { t } = useTranslation('ui');
  return (
    <ol className={classes['steps']} aria-label={label}>
      {steps.map((step) => (
        <li key={step.key} data-state={step.state} aria-current={step.state === 'now' ? 'step' : undefined}>
          <span className={classes['label']}>
            {step.state === 'done' && <Check size={16} aria-hidden />}
            {step.label}
            <span className="visually-hidden">, {t(`step.${step.state}`)}</span>
          </span>
          {step.note && <span className={classes['note']}>{step.note}</span>}
        </li>
      ))}
    </ol>
  );
}
