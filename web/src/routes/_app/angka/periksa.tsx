import { createFileRoute } from '@tanstack/react-router';
import { requireCapability } from '../../../app/me.ts';
import { ChecksPage } from '../../../features/figures/ChecksPage.tsx';
import { searchOf, text } from '../../../ui/search-params.ts';

export const Route = createFileRoute('/_app/angka/periksa')({
  beforeLoad: ({ context }) => requireCapability(context.queries, 'figures.read'),
  validateSearch: searchOf({ angka: text }),
  component: Page,
});

function Page() {
  const { angka } = Route.useSearch();
  return <ChecksPage figure={angka} />;
}
