import { createFileRoute } from '@tanstack/react-router';
import { SettingsCrumb } from '../../../app/shell/SettingsCrumb.tsx';
import { Jobs } from '../../../features/oversight/Jobs.tsx';
import { oneOf, searchOf, text } from '../../../ui/search-params.ts';

export const Route = createFileRoute('/_app/pengaturan/pekerjaan')({
  validateSearch: searchOf({ lingkup: oneOf(['mine', 'agency', 'all']), kursor: text }),
  component: Page,
});

function Page() {
  const { lingkup, kursor } = Route.useSearch();
  return <Jobs crumbs={[<SettingsCrumb key="settings" />]} scope={lingkup ?? 'mine'} cursor={kursor} />;
}
