import { createFileRoute } from '@tanstack/react-router';
import { LegalParameters } from '../../../features/duties/LegalParameters.tsx';
import { oneOf, searchOf, someOf } from '../../../ui/search-params.ts';

export const Route = createFileRoute('/_app/parameter-hukum/')({
  validateSearch: searchOf({
    periksa: oneOf(['checked', 'unchecked']),
    asal: someOf(['verified', 'stated', 'memory', 'decision']),
  }),
  component: Page,
});

function Page() {
  const { periksa, asal } = Route.useSearch();
  return <LegalParameters check={periksa} mark={asal ?? []} />;
}
