import { createFileRoute } from '@tanstack/react-router';
import { requireCapability } from '../../../../app/me.ts';
import { SettingsCrumb } from '../../../../app/shell/SettingsCrumb.tsx';
import { Invitations } from '../../../../features/accounts/manage/Invitations.tsx';
import { listParams, oneOf, searchOf } from '../../../../ui/search-params.ts';

export const Route = createFileRoute('/_app/pengaturan/undangan/')({
  beforeLoad: ({ context }) => requireCapability(context.queries, 'accounts.read'),
  validateSearch: searchOf({
    ...listParams,
    keadaan: oneOf(['open', 'accepted', 'withdrawn', 'expired']),
  }),
  component: Page,
});

function Page() {
  const { keadaan, kursor } = Route.useSearch();
  return <Invitations crumbs={[<SettingsCrumb key="settings" />]} state={keadaan} cursor={kursor} />;
}
