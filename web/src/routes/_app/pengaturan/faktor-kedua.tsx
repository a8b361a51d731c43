import { createFileRoute } from '@tanstack/react-router';
import { SecondFactor } from '../../../features/accounts/SecondFactor.tsx';
import { SettingsCrumb } from '../../../app/shell/SettingsCrumb.tsx';

export const Route = createFileRoute('/_app/pengaturan/faktor-kedua')({ component: Page });

function Page() {
  return <SecondFactor crumbs={[<SettingsCrumb key="settings" />]} />;
}
