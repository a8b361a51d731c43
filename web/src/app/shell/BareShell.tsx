import { Suspense, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ZoneProvider } from '../../ui/FormatProvider.tsx';
import { SkeletonRows } from '../../ui/States.tsx';
import { Toasts } from '../../ui/Toasts.tsx';
import { useMe } from '../me.ts';
import { Mark } from './Mark.tsx';
import { PersonMenu } from './PersonMenu.tsx';
import classes from './Shell.module.css';

/** The frame while nothing else is open yet: it leads nowhere and asks the server for nothing. */
export function BareShell({ children }: { children: ReactNode }) {
  const { t } = useTranslation('common');
  const me = useMe();
  return (
    <ZoneProvider zone={me.tenant.zone}>
      <a href="#isi" className={classes['skip']}>
        {t('skip')}
      </a>
      <div className={classes['shell']}>
        <header className={classes['top']} data-print="no">
          <span className={classes['brand']}>
            <Mark size={24} />
            {t('brand')}
          </span>
          <div className={classes['right']}>
            <span className={classes['tenant']}>
              <strong>{me.tenant.name}</strong>
            </span>
            <PersonMenu />
          </div>
        </header>
        <main id="isi" tabIndex={-1} className={classes['main']}>
          <Suspense fallback={<SkeletonRows />}>{children}</Suspense>
        </main>
      </div>
      <Toasts />
    </ZoneProvider>
  );
}
