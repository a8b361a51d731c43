import { createFileRoute } from '@tanstack/react-router';
import { requireCapability } from '../../../app/me.ts';
import { SettingsCrumb } from '../../../app/shell/SettingsCrumb.tsx';
import { useToday } from '../../../app/use-today.ts';
import { Reviews } from '../../../features/accounts/manage/Reviews.tsx';
import { listParams, searchOf } from '../../../ui/search-params.ts';

export const Route = createFileRoute('/_app/pengaturan/tinjauan')({
  beforeLoad: ({ context }) => requireCapability(context.queries, 'accounts.review'),
  validateSearch: searchOf(listParams),
  component: Page,
});

function Page() {
  const { kursor } = Route.useSearch();
  return <Reviews crumbs={[<SettingsCrumb key="settings" />]} cursor={kursor} today={useToday()} />;
}
