import { FlaskConical } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import classes from './Shell.module.css';

/** Invented cases stand beside real agencies: every page says so, on paper too. */
export function DemoBanner() {
  const { t } = useTranslation('common');
  return (
    <section className={classes['demo']} aria-label={t('demo.title')}>
      <FlaskConical size={16} aria-hidden />
      <span>
        <strong>{t('demo.title')}</strong>
        <span className={classes['demoText']}> · {t('demo.text')}</span>
      </span>
    </section>
  );
}
