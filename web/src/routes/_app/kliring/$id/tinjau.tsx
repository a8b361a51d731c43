import { createFileRoute } from '@tanstack/react-router';
import { requireCapability } from '../../../../app/me.ts';
import { Desk } from '../../../../features/clearing/round/Desk.tsx';
import { searchOf, text } from '../../../../ui/search-params.ts';

export const Route = createFileRoute('/_app/kliring/$id/tinjau')({
  beforeLoad: ({ context }) => requireCapability(context.queries, 'clearing.round'),
  validateSearch: searchOf({ pasangan: text }),
  component: Page,
});

function Page() {
  const { id } = Route.useParams();
  const { pasangan } = Route.useSearch();
  return <Desk id={id} pairId={pasangan} />;
}
