import { createFileRoute } from '@tanstack/react-router';
import { requireCapability } from '../../../app/me.ts';
import { SettingsCrumb } from '../../../app/shell/SettingsCrumb.tsx';
import { Trail } from '../../../features/oversight/Trail.tsx';
import { day, listParams, oneOf, searchOf, text } from '../../../ui/search-params.ts';

export const Route = createFileRoute('/_app/pengaturan/jejak')({
  beforeLoad: ({ context }) => requireCapability(context.queries, 'audit.read'),
  validateSearch: searchOf({
    ...listParams,
    bagian: text,
    orang: text,
    hasil: oneOf(['done', 'refused']),
    kelas: oneOf(['P3', 'P4', 'P5']),
    dari: day,
    sampai: day,
  }),
  component: Page,
});

function Page() {
  const { bagian, orang, hasil, kelas, dari, sampai, kursor } = Route.useSearch();
  return (
    <Trail
      crumbs={[<SettingsCrumb key="settings" />]}
      whose="all"
      module={bagian}
      person={orang}
      outcome={hasil}
      sensitivity={kelas}
      from={dari}
      to={sampai}
      cursor={kursor}
    />
  );
}
