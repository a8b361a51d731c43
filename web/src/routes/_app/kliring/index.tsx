import { createFileRoute } from '@tanstack/react-router';
import { requireCapability } from '../../../app/me.ts';
import { Rounds } from '../../../features/clearing/round/Rounds.tsx';
import { listParams, searchOf, text } from '../../../ui/search-params.ts';

export const Route = createFileRoute('/_app/kliring/')({
  beforeLoad: ({ context }) => requireCapability(context.queries, 'figures.read'),
  validateSearch: searchOf({ ...listParams, periode: text }),
  component: Page,
});

function Page() {
  const { periode, kursor } = Route.useSearch();
  return <Rounds period={periode} cursor={kursor} />;
}
