import { createFileRoute } from '@tanstack/react-router';
import { requireCapability } from '../../../app/me.ts';
import { AreaHome } from '../../../features/regions/AreaHome.tsx';
import { listParams, searchOf, text } from '../../../ui/search-params.ts';

export const Route = createFileRoute('/_app/wilayah/')({
  beforeLoad: ({ context }) => requireCapability(context.queries, 'regions.read'),
  validateSearch: searchOf({ ...listParams, cari: text }),
  component: Page,
});

function Page() {
  const { cari, kursor } = Route.useSearch();
  return <AreaHome text={cari ?? ''} cursor={kursor} />;
}
