import { createFileRoute } from '@tanstack/react-router';
import { requireCapability } from '../../../../app/me.ts';
import { Lineage } from '../../../../features/clearing/round/Lineage.tsx';
import { listParams, searchOf, text } from '../../../../ui/search-params.ts';

export const Route = createFileRoute('/_app/kliring/$id/baris')({
  beforeLoad: ({ context }) => requireCapability(context.queries, 'figures.read'),
  validateSearch: searchOf({ ...listParams, lembaga: text }),
  component: Page,
});

function Page() {
  const { id } = Route.useParams();
  const { lembaga, kursor } = Route.useSearch();
  return <Lineage id={id} agency={lembaga} cursor={kursor} />;
}
