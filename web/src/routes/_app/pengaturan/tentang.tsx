import { createFileRoute } from '@tanstack/react-router';
import { About } from '../../../features/about/About.tsx';
import { SettingsCrumb } from '../../../app/shell/SettingsCrumb.tsx';

export const Route = createFileRoute('/_app/pengaturan/tentang')({ component: Page });

function Page() {
  return <About crumbs={[<SettingsCrumb key="settings" />]} />;
}
