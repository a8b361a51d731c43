import { createFileRoute } from '@tanstack/react-router';
import { requireCapability } from '../../../app/me.ts';
import { useToday } from '../../../app/use-today.ts';
import { ReportPage } from '../../../features/reporting/ReportPage.tsx';
import { oneOf, searchOf, text } from '../../../ui/search-params.ts';

const parts = [
  'letter',
  'summary',
  'introduction',
  'overview',
  'cases',
  'subtaskforces',
  'protection',
  'enforcement',
  'institutions',
  'budget',
  'monev',
  'follow_up',
  'outlook',
  'record',
  'sources',
] as const;

export const Route = createFileRoute('/_app/laporan/$id')({
  beforeLoad: ({ context }) => requireCapability(context.queries, 'reporting.read'),
  validateSearch: searchOf({ bab: oneOf(parts), angka: text }),
  component: Page,
});

function Page() {
  const { id } = Route.useParams();
  const { bab, angka } = Route.useSearch();
  return <ReportPage key={id} id={id} part={bab ?? 'cases'} figure={angka} today={useToday()} />;
}
