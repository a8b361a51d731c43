import { createFileRoute } from '@tanstack/react-router';
import { requireCapability } from '../../../app/me.ts';
import { ImportPage } from '../../../features/clearing/import/ImportPage.tsx';

export const Route = createFileRoute('/_app/impor/$id')({
  beforeLoad: ({ context }) => requireCapability(context.queries, 'clearing.import'),
  component: Page,
});

function Page() {
  const { id } = Route.useParams();
  return <ImportPage key={id} id={id} />;
}
