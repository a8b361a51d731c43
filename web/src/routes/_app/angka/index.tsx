import { createFileRoute } from '@tanstack/react-router';
import { requireCapability } from '../../../app/me.ts';
import { SeriesPage } from '../../../features/figures/SeriesPage.tsx';
import { oneOf, searchOf, text } from '../../../ui/search-params.ts';

export const Route = createFileRoute('/_app/angka/')({
  beforeLoad: ({ context }) => requireCapability(context.queries, 'figures.read'),
  validateSearch: searchOf({ ukuran: oneOf(['victims', 'cases', 'violence_victims']), angka: text }),
  component: Page,
});

function Page() {
  const { ukuran, angka } = Route.useSearch();
  return <SeriesPage measure={ukuran ?? 'victims'} figure={angka} />;
}
