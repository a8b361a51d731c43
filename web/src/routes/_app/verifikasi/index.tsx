import { createFileRoute } from '@tanstack/react-router';
import { requireCapability } from '../../../app/me.ts';
import { Verification } from '../../../features/clearing/verify/Verification.tsx';
import { listParams, oneOf, searchOf, text, year } from '../../../ui/search-params.ts';

export const Route = createFileRoute('/_app/verifikasi/')({
  beforeLoad: ({ context }) => requireCapability(context.queries, 'clearing.verify'),
  validateSearch: searchOf({
    ...listParams,
    periode: text,
    keadaan: oneOf(['imported', 'confirmed', 'excluded', 'superseded']),
    tahun: year,
    wilayah: text,
    impor: text,
    baris: text,
  }),
  component: Page,
});

function Page() {
  const { periode, keadaan, tahun, wilayah, impor, baris, kursor } = Route.useSearch();
  return (
    <Verification
      period={periode}
      state={keadaan}
      year={tahun}
      place={wilayah}
      importId={impor}
      row={baris}
      cursor={kursor}
    />
  );
}
