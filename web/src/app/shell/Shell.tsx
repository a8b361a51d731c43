import { useRouterState } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../ui/Dialog.tsx';
import { ZoneProvider } from '../../ui/FormatProvider.tsx';
import { useKeys } from '../../ui/keys.ts';
import { KeyHelp } from '../../ui/KeyHelp.tsx';
import { SkeletonRows } from '../../ui/States.tsx';
import { Toasts } from '../../ui/Toasts.tsx';
import { useMe } from '../me.ts';
import { useStepUpAsked } from '../step-up.ts';
import { DemoBanner } from './DemoBanner.tsx';
import { Rail, RailLinks } from './Rail.tsx';
import { TopBar } from './TopBar.tsx';
import { useJobNotices } from './use-job-notices.ts';
import classes from './Shell.module.css';

const StepUpDialog = lazy(() => import('./StepUpDialog.tsx').then((m) => ({ default: m.StepUpDialog })));
const SearchDialog = lazy(() => import('./SearchDialog.tsx').then((m) => ({ default: m.SearchDialog })));

/** After a change of page the reader's place is the new page, not the link that was pressed. */
function useFocusOnNavigation() {
  const path = useRouterState({ select: (s) => s.resolvedLocation?.pathname });
  const before = useRef(path);
  useEffect(() => {
    if (before.current !== undefined && before.current !== path)
      document.getElementById('isi')?.focus({ preventScroll: true });
    before.current = path;
  }, [path]);
  return path;
}

export function Shell({ children }: { children: ReactNode }) {
  const { t } = useTranslation('common');
  const me = useMe();
  const [drawer, setDrawer] = useState(false);
  const [search, setSearch] = useState(false);
  const [help, setHelp] = useState(false);
  const stepUp = useStepUpAsked();
  const path = useFocusOnNavigation();
  useJobNotices();
  useEffect(() => {
    setDrawer(false);
    setSearch(false);
  }, [path]);
  useKeys([{ key: '/', label: t('keys.search'), run: () => setSearch(true) }]);
  return (
    <ZoneProvider zone={me.tenant.zone}>
      <a href="#isi" className={classes['skip']}>
        {t('skip')}
      </a>
      <div className={classes['shell']} data-demo={me.tenant.demo || undefined}>
        {me.tenant.demo && <DemoBanner />}
        <Rail />
        <TopBar
          onMenu={() => setDrawer(true)}
          onSearch={() => setSearch(true)}
          onKeys={() => setHelp(true)}
        />
        <main id="isi" tabIndex={-1} className={classes['main']}>
          <Suspense fallback={<SkeletonRows />}>{children}</Suspense>
        </main>
      </div>
      <Dialog open={drawer} look="drawer" title={t('menu')} onClose={() => setDrawer(false)}>
        <nav aria-label={t('menu')} className={classes['drawer']}>
          <RailLinks />
        </nav>
      </Dialog>
      <KeyHelp open={help} onOpenChange={setHelp} />
      <Suspense fallback={null}>
        {search && <SearchDialog onClose={() => setSearch(false)} />}
        {stepUp && <StepUpDialog me={me} />}
      </Suspense>
      <Toasts />
    </ZoneProvider>
  );
}
