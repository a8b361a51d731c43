import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { TabLinks } from '../../ui/TabLinks.tsx';

const tabs = [
  { to: '/wilayah', key: 'areas' },
  { to: '/wilayah/penanda', key: 'overlays' },
  { to: '/wilayah/kode-bps', key: 'bps' },
] as const;

export function RegionTabs() {
  const { t } = useTranslation('regions');
  return (
    <TabLinks label={t('tabs.label')}>
      {tabs.map(({ to, key }) => (
        <Link key={to} to={to} activeOptions={{ exact: true, includeSearch: false }}>
          {t(`tabs.${key}`)}
        </Link>
      ))}
    </TabLinks>
  );
}
