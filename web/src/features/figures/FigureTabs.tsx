import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { TabLinks } from '../../ui/TabLinks.tsx';

export function FigureTabs() {
  const { t } = useTranslation('figures');
  return (
    <TabLinks label={t('tabs.label')}>
      <Link to="/angka" activeOptions={{ exact: true, includeSearch: false }}>
        {t('tabs.years')}
      </Link>
      <Link to="/angka/terpublikasi" activeOptions={{ includeSearch: false }}>
        {t('tabs.published')}
      </Link>
      <Link to="/angka/periksa" activeOptions={{ includeSearch: false }}>
        {t('tabs.checks')}
      </Link>
    </TabLinks>
  );
}
