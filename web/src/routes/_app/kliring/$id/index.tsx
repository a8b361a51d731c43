import { createFileRoute } from '@tanstack/react-router';
import { requireCapability } from '../../../../app/me.ts';
import { RoundPage } from '../../../../features/clearing/round/RoundPage.tsx';

export const Route = createFileRoute('/_app/kliring/$id/')({
  beforeLoad: ({ context }) => requireCapability(context.queries, 'figures.read'),
  component: Page,
});

function Page() {
  const { id } = Route.useParams();
  return <RoundPage id={id} />;
}
