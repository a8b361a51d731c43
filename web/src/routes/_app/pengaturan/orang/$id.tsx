import { createFileRoute, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { requireCapability } from '../../../../app/me.ts';
import { SettingsCrumb } from '../../../../app/shell/SettingsCrumb.tsx';
import { useToday } from '../../../../app/use-today.ts';
import { PersonPage } from '../../../../features/accounts/manage/PersonPage.tsx';

export const Route = createFileRoute('/_app/pengaturan/orang/$id')({
  beforeLoad: ({ context }) => requireCapability(context.queries, 'accounts.read'),
  component: Page,
});

function Page() {
  const { id } = Route.useParams();
  const { t } = useTranslation('nav');
  const crumbs = [
    <SettingsCrumb key="settings" />,
    <Link key="people" to="/pengaturan/orang">
      {t('entry.people')}
    </Link>,
  ];
  return <PersonPage key={id} crumbs={crumbs} id={id} today={useToday()} />;
}
