import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

export function SettingsCrumb() {
  const { t } = useTranslation('nav');
  return <Link to="/pengaturan">{t('entry.settings')}</Link>;
}
