import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Bell as BellIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { useFormat } from '../../ui/FormatProvider.tsx';
import { Status } from '../../ui/Status.tsx';
import { bellQuery } from '../bell.ts';
import classes from './Shell.module.css';

/** How many things call: what is late and what is due today. */
export function Bell() {
  const { t } = useTranslation('common');
  const { count } = useFormat();
  const { data } = useQuery(bellQuery);
  const calls = (data?.late ?? 0) + (data?.today ?? 0);
  const name = calls === 0 ? t('bell.none') : t('bell.some', { count: calls });
  return (
    <Disclosure
      name={name}
      className={classes['bell']}
      label={
        <>
          <BellIcon size={20} strokeWidth={1.75} aria-hidden />
          {calls > 0 && <span className={classes['dot']}>{count(calls)}</span>}
        </>
      }
    >
      {(close) => (
        <div className={classes['bellPanel']}>
          <p className={classes['menuTitle']}>{t('bell.title')}</p>
          {data && data.late > 0 && <Status kind="late">{t('bell.late', { count: data.late })}</Status>}
          {data && data.today > 0 && <Status kind="wait">{t('bell.today', { count: data.today })}</Status>}
          {calls === 0 && <p>{t('bell.none')}</p>}
          <Link to="/" onClick={close}>
            {t('bell.all')}
          </Link>
        </div>
      )}
    </Disclosure>
  );
}
