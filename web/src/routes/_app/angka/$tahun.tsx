import { createFileRoute, notFound } from '@tanstack/react-router';
import { requireCapability } from '../../../app/me.ts';
import { AgreedYearPage } from '../../../features/figures/AgreedYearPage.tsx';
import { searchOf, text } from '../../../ui/search-params.ts';

export const Route = createFileRoute('/_app/angka/$tahun')({
  beforeLoad: async ({ context, params }) => {
    await requireCapability(context.queries, 'figures.read');
    if (!/^20\d{2}$/.test(params.tahun)) throw notFound();
  },
  validateSearch: searchOf({ angka: text }),
  component: Page,
});

function Page() {
  const { tahun } = Route.useParams();
  const { angka } = Route.useSearch();
  return <AgreedYearPage year={Number(tahun)} figure={angka} />;
}
