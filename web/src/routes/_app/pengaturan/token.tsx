import { createFileRoute } from '@tanstack/react-router';
import { SettingsCrumb } from '../../../app/shell/SettingsCrumb.tsx';
import { Tokens } from '../../../features/accounts/manage/Tokens.tsx';

export const Route = createFileRoute('/_app/pengaturan/token')({ component: Page });

function Page() {
  return <Tokens crumbs={[<SettingsCrumb key="settings" />]} />;
}
