import { createFileRoute } from '@tanstack/react-router';
import { requireCapability } from '../../../app/me.ts';
import { AreaPage } from '../../../features/regions/AreaPage.tsx';
import { day, listParams, searchOf } from '../../../ui/search-params.ts';

export const Route = createFileRoute('/_app/wilayah/$kode')({
  beforeLoad: ({ context }) => requireCapability(context.queries, 'regions.read'),
  validateSearch: searchOf({ ...listParams, pada: day }),
  component: Page,
});

function Page() {
  const { kode } = Route.useParams();
  const { pada, kursor } = Route.useSearch();
  return <AreaPage code={kode} on={pada} cursor={kursor} />;
}
