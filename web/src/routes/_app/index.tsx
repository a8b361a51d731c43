import { createFileRoute } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useCan } from '../../app/me.ts';
import { Home } from '../../features/home/Home.tsx';
import { SkeletonRows } from '../../ui/States.tsx';

export const Route = createFileRoute('/_app/')({ component: HomePage });

// Tables, charts and code lists come after the tasks: the first load stays small.
const BelowTasks = lazy(() => import('./-below-tasks.tsx').then((m) => ({ default: m.BelowTasks })));

/** Under the tasks stands what a person answers for: own data, or the questions of those who lead. */
function HomePage() {
  const contact = useCan('clearing.verify');
  const figures = useCan('figures.read');
  const reports = useCan('reporting.read');
  const steward = useCan('clearing.round');
  if (!contact && !figures && !reports) return <Home />;
  return (
    <Home>
      <Suspense fallback={<SkeletonRows />}>
        <BelowTasks contact={contact} figures={figures} reports={reports} steward={steward} />
      </Suspense>
    </Home>
  );
}
