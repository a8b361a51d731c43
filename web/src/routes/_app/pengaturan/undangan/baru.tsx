import { createFileRoute, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { requireCapability } from '../../../../app/me.ts';
import { SettingsCrumb } from '../../../../app/shell/SettingsCrumb.tsx';
import { NewInvitation } from '../../../../features/accounts/manage/NewInvitation.tsx';

export const Route = createFileRoute('/_app/pengaturan/undangan/baru')({
  beforeLoad: ({ context }) => requireCapability(context.queries, 'accounts.manage'),
  component: Page,
});

function Page() {
  const { t } = useTranslation('nav');
  const crumbs = [
    <SettingsCrumb key="settings" />,
    <Link key="invitations" to="/pengaturan/undangan">
      {t('entry.invitations')}
    </Link>,
  ];
  return <NewInvitation crumbs={crumbs} />;
}
