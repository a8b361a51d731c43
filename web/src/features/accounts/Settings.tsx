import { Link } from '@tanstack/react-router';
import { ChevronRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { can, useMe } from '../../app/me.ts';
import { settingsNav } from '../../app/settings-nav.ts';
import { PageHeader } from '../../ui/PageHeader.tsx';
import classes from './Settings.module.css';

/** The way to everything a person may set, each with what it is for. */
export function Settings() {
  const { t } = useTranslation('nav');
  const me = useMe();
  return (
    <>
      <PageHeader title={t('entry.settings')} />
      <ul className={classes['list']}>
        {settingsNav
          .filter((entry) => can(me, entry.capability))
          .map(({ to, labelKey, icon: Icon }) => (
            <li key={to}>
              <Link to={to} className={classes['entry']}>
                <Icon size={22} strokeWidth={1.75} aria-hidden />
                <span>
                  <strong>{t(`entry.${labelKey}`)}</strong>
                  <span className={classes['what']}>{t(`what.${labelKey}`)}</span>
                </span>
                <ChevronRight size={18} aria-hidden />
              </Link>
            </li>
          ))}
      </ul>
    </>
  );
}
