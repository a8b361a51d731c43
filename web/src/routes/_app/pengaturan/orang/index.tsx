import { createFileRoute } from '@tanstack/react-router';
import { requireCapability } from '../../../../app/me.ts';
import { SettingsCrumb } from '../../../../app/shell/SettingsCrumb.tsx';
import { People } from '../../../../features/accounts/manage/People.tsx';
import { listParams, oneOf, searchOf, text } from '../../../../ui/search-params.ts';

export const Route = createFileRoute('/_app/pengaturan/orang/')({
  beforeLoad: ({ context }) => requireCapability(context.queries, 'accounts.read'),
  validateSearch: searchOf({
    ...listParams,
    peran: text,
    lembaga: text,
    keadaan: oneOf(['active', 'suspended']),
  }),
  component: Page,
});

function Page() {
  const { peran, lembaga, keadaan, kursor } = Route.useSearch();
  return (
    <People
      crumbs={[<SettingsCrumb key="settings" />]}
      role={peran}
      agency={lembaga}
      state={keadaan}
      cursor={kursor}
    />
  );
}
