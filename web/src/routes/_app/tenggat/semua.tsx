import { createFileRoute } from '@tanstack/react-router';
import { AllDeadlines } from '../../../features/duties/AllDeadlines.tsx';
import { day, listParams, oneOf, searchOf, yes } from '../../../ui/search-params.ts';

export const Route = createFileRoute('/_app/tenggat/semua')({
  validateSearch: searchOf({
    ...listParams,
    keadaan: oneOf(['paused', 'done', 'not_followed']),
    lewat: yes,
    hari: day,
  }),
  component: Page,
});

function Page() {
  const { keadaan, lewat, hari, kursor } = Route.useSearch();
  return <AllDeadlines status={keadaan} late={lewat === 'ya'} day={hari} cursor={kursor} />;
}
