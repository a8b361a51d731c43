import { createFileRoute } from '@tanstack/react-router';
import { requireCapability, useMe } from '../../../app/me.ts';
import { PublishedPage } from '../../../features/figures/PublishedPage.tsx';
import { listParams, oneOf, searchOf, text, year, yes } from '../../../ui/search-params.ts';

export const Route = createFileRoute('/_app/angka/terpublikasi')({
  beforeLoad: ({ context }) => requireCapability(context.queries, 'figures.read'),
  validateSearch: searchOf({
    ...listParams,
    topik: oneOf(['trafficking', 'violence']),
    tahun: year,
    wilayah: oneOf(['ini', 'id']),
    jumlah: yes,
    lama: yes,
    angka: text,
  }),
  component: Page,
});

function Page() {
  const { tenant } = useMe();
  const { topik, tahun, wilayah, jumlah, lama, kursor, angka } = Route.useSearch();
  return (
    <PublishedPage
      filter={{
        topic: topik,
        year: tahun,
        area: wilayah === 'ini' ? tenant.code : wilayah,
        totals: jumlah === 'ya',
        superseded: lama === 'ya',
        cursor: kursor,
      }}
      figure={angka}
    />
  );
}
