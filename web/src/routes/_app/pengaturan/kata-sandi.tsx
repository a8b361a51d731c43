import { createFileRoute, useNavigate } from '@tanstack/react-router';
import { SettingsCrumb } from '../../../app/shell/SettingsCrumb.tsx';
import { ChangePassword } from '../../../features/accounts/ChangePassword.tsx';

export const Route = createFileRoute('/_app/pengaturan/kata-sandi')({ component: Page });

function Page() {
  const navigate = useNavigate();
  return (
    <ChangePassword
      crumbs={[<SettingsCrumb key="settings" />]}
      onDone={() => void navigate({ to: '/pengaturan' })}
    />
  );
}
