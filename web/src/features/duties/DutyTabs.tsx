import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { TabLinks } from '../../ui/TabLinks.tsx';

const tabs = [
  { to: '/tenggat', key: 'mine' },
  { to: '/tenggat/semua', key: 'all' },
  { to: '/tenggat/kalender', key: 'calendar' },
] as const;

export function DutyTabs({ act }: { act?: ReactNode }) {
  const { t } = useTranslation('duties');
  return (
    <TabLinks label={t('tabs.label')} act={act}>
      {tabs.map(({ to, key }) => (
        <Link key={to} to={to} activeOptions={{ exact: true, includeSearch: false }}>
          {t(`tabs.${key}`)}
        </Link>
      ))}
    </TabLinks>
  );
}
