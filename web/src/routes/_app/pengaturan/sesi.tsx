import { createFileRoute } from '@tanstack/react-router';
import { Sessions } from '../../../features/accounts/Sessions.tsx';
import { SettingsCrumb } from '../../../app/shell/SettingsCrumb.tsx';

export const Route = createFileRoute('/_app/pengaturan/sesi')({ component: Page });

function Page() {
  return <Sessions crumbs={[<SettingsCrumb key="settings" />]} />;
}
