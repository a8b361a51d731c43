import { createFileRoute } from '@tanstack/react-router';
import { requireCapability } from '../../../../app/me.ts';
import { PairList } from '../../../../features/clearing/round/PairList.tsx';
import { listParams, oneOf, searchOf } from '../../../../ui/search-params.ts';

export const Route = createFileRoute('/_app/kliring/$id/pasangan')({
  beforeLoad: ({ context }) => requireCapability(context.queries, 'clearing.round'),
  validateSearch: searchOf({ ...listParams, tampil: oneOf(['unsure', 'decided', 'all']) }),
  component: Page,
});

function Page() {
  const { id } = Route.useParams();
  const { tampil, kursor } = Route.useSearch();
  return <PairList id={id} show={tampil} cursor={kursor} />;
}
