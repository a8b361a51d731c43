import { createFileRoute } from '@tanstack/react-router';
import { requireCapability } from '../../../app/me.ts';
import { useToday } from '../../../app/use-today.ts';
import { NewFigure } from '../../../features/figures/NewFigure.tsx';
import { searchOf, text } from '../../../ui/search-params.ts';

export const Route = createFileRoute('/_app/angka/baru')({
  beforeLoad: ({ context }) => requireCapability(context.queries, 'figures.manage'),
  validateSearch: searchOf({ ganti: text }),
  component: Page,
});

function Page() {
  const { ganti } = Route.useSearch();
  return <NewFigure key={ganti ?? ''} replaces={ganti} today={useToday()} />;
}
