import { createFileRoute } from '@tanstack/react-router';
import { requireCapability } from '../../../app/me.ts';
import { ImportList } from '../../../features/clearing/import/ImportList.tsx';
import { listParams, oneOf, searchOf, text } from '../../../ui/search-params.ts';

export const Route = createFileRoute('/_app/impor/')({
  beforeLoad: ({ context }) => requireCapability(context.queries, 'clearing.import'),
  validateSearch: searchOf({
    ...listParams,
    periode: text,
    keadaan: oneOf(['checking', 'recognised', 'checked', 'accepted', 'cancelled', 'failed']),
  }),
  component: Page,
});

function Page() {
  const { periode, keadaan, kursor } = Route.useSearch();
  return <ImportList period={periode} state={keadaan} cursor={kursor} />;
}
