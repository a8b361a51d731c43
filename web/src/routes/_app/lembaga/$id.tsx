import { createFileRoute } from '@tanstack/react-router';
import { requireCapability } from '../../../app/me.ts';
import { useToday } from '../../../app/use-today.ts';
import { AgencyPage } from '../../../features/agencies/AgencyPage.tsx';
import { day, searchOf } from '../../../ui/search-params.ts';

export const Route = createFileRoute('/_app/lembaga/$id')({
  beforeLoad: ({ context }) => requireCapability(context.queries, 'agencies.read'),
  validateSearch: searchOf({ pada: day }),
  component: Page,
});

function Page() {
  const { id } = Route.useParams();
  const { pada } = Route.useSearch();
  return <AgencyPage key={id} id={id} on={pada} today={useToday()} />;
}
