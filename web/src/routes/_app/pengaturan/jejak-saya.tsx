import { createFileRoute } from '@tanstack/react-router';
import { SettingsCrumb } from '../../../app/shell/SettingsCrumb.tsx';
import { Trail } from '../../../features/oversight/Trail.tsx';
import { day, listParams, oneOf, searchOf, text } from '../../../ui/search-params.ts';

export const Route = createFileRoute('/_app/pengaturan/jejak-saya')({
  validateSearch: searchOf({
    ...listParams,
    bagian: text,
    hasil: oneOf(['done', 'refused']),
    kelas: oneOf(['P3', 'P4', 'P5']),
    dari: day,
    sampai: day,
  }),
  component: Page,
});

function Page() {
  const { bagian, hasil, kelas, dari, sampai, kursor } = Route.useSearch();
  return (
    <Trail
      crumbs={[<SettingsCrumb key="settings" />]}
      whose="mine"
      module={bagian}
      outcome={hasil}
      sensitivity={kelas}
      from={dari}
      to={sampai}
      cursor={kursor}
    />
  );
}
