import { useMantineColorScheme } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Moon, Sun } from 'lucide-react';
import { Suspense, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { demoQuery } from '../../app/demo.ts';
import { changeLanguage, type Language } from '../../app/i18n.ts';
import { DemoBanner } from '../../app/shell/DemoBanner.tsx';
import { Mark } from '../../app/shell/Mark.tsx';
import classes from './PublicPage.module.css';

/** The frame before sign-in: one narrow column, language and theme at hand. */
export function PublicPage({ children, aside }: { children: ReactNode; aside?: ReactNode }) {
  const { t, i18n } = useTranslation('common');
  const { data: demo } = useQuery(demoQuery);
  const { setColorScheme } = useMantineColorScheme();
  const other: Language = i18n.language === 'id' ? 'en' : 'id';
  const dark = document.documentElement.getAttribute('data-mantine-color-scheme') === 'dark';
  return (
    <div className={classes['page']}>
      {demo?.demo && <DemoBanner />}
      <header className={classes['head']}>
        <span className={classes['brand']}>
          <Mark size={30} />
          {t('brand')}
        </span>
        <span className={classes['tools']}>
          <button
            type="button"
            className="link-button"
            lang={other}
            onClick={() => void changeLanguage(other)}
          >
            {t(`language.${other}`)}
          </button>
          <button
            type="button"
            className="icon-button"
            aria-label={t(dark ? 'theme.toLight' : 'theme.toDark')}
            onClick={() => setColorScheme(dark ? 'light' : 'dark')}
          >
            {dark ? <Sun size={20} aria-hidden /> : <Moon size={20} aria-hidden />}
          </button>
        </span>
      </header>
      <main id="isi" className={classes['main']} data-aside={aside ? true : undefined}>
        <div className={classes['form']}>
          <Suspense fallback={null}>{children}</Suspense>
        </div>
        {aside && <aside className={classes['aside']}>{aside}</aside>}
      </main>
    </div>
  );
}
