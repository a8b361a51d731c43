import { createFileRoute } from '@tanstack/react-router';
import { requireCapability } from '../../../app/me.ts';
import { useToday } from '../../../app/use-today.ts';
import { ReportsPage } from '../../../features/reporting/ReportsPage.tsx';
import { listParams, searchOf } from '../../../ui/search-params.ts';

export const Route = createFileRoute('/_app/laporan/')({
  beforeLoad: ({ context }) => requireCapability(context.queries, 'reporting.read'),
  validateSearch: searchOf(listParams),
  component: Page,
});

function Page() {
  const { kursor } = Route.useSearch();
  return <ReportsPage cursor={kursor} today={useToday()} />;
}
