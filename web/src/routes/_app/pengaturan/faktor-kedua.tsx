import { createFileRoute, useRouter } from '@tanstack/react-router';
import { ownAddress } from '../../../app/own-address.ts';
import { SettingsCrumb } from '../../../app/shell/SettingsCrumb.tsx';
import { SecondFactor } from '../../../features/accounts/SecondFactor.tsx';
import { searchOf, text } from '../../../ui/search-params.ts';

export const Route = createFileRoute('/_app/pengaturan/faktor-kedua')({
  validateSearch: searchOf({ lanjut: text }),
  component: Page,
});

function Page() {
  const { lanjut } = Route.useSearch();
  const router = useRouter();
  return (
    <SecondFactor
      crumbs={[<SettingsCrumb key="settings" />]}
      onFirst={() => router.history.push(ownAddress(lanjut))}
    />
  );
}
