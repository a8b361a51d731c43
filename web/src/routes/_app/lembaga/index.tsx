import { createFileRoute } from '@tanstack/react-router';
import { requireCapability } from '../../../app/me.ts';
import { Agencies } from '../../../features/agencies/Agencies.tsx';
import { listParams, oneOf, searchOf, text } from '../../../ui/search-params.ts';

export const Route = createFileRoute('/_app/lembaga/')({
  beforeLoad: ({ context }) => requireCapability(context.queries, 'agencies.read'),
  validateSearch: searchOf({
    ...listParams,
    cari: text,
    tingkat: oneOf(['national', 'province', 'regency']),
    sektor: oneOf([
      'regional_government',
      'national_government',
      'vertical',
      'community',
      'campus',
      'business',
    ]),
    keadaan: oneOf(['active', 'closed']),
    jenis: text,
    melayani: text,
  }),
  component: Page,
});

function Page() {
  const { cari, tingkat, sektor, keadaan, jenis, melayani, urut, kursor } = Route.useSearch();
  return (
    <Agencies
      text={cari ?? ''}
      level={tingkat}
      sector={sektor}
      state={keadaan}
      type={jenis}
      serves={melayani}
      sort={urut}
      cursor={kursor}
    />
  );
}
