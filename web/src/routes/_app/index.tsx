import { createFileRoute } from '@tanstack/react-router';
import { useCan } from '../../app/me.ts';
import { OverlapQuestion } from '../../features/clearing/round/OverlapQuestion.tsx';
import { ReadyQuestion } from '../../features/clearing/round/ReadyQuestion.tsx';
import { OwnQuarters } from '../../features/clearing/verify/OwnQuarters.tsx';
import { VictimsQuestion } from '../../features/figures/VictimsQuestion.tsx';
import { Home } from '../../features/home/Home.tsx';
import { ReportQuestion } from '../../features/reporting/ReportQuestion.tsx';
import { Questions } from '../../ui/Question.tsx';

export const Route = createFileRoute('/_app/')({ component: HomePage });

/** Under the tasks stands what a person answers for: own data, or the questions of those who lead. */
function HomePage() {
  const contact = useCan('clearing.verify');
  const figures = useCan('figures.read');
  const reports = useCan('reporting.read');
  const steward = useCan('clearing.round');
  if (contact)
    return (
      <Home>
        <OwnQuarters />
      </Home>
    );
  if (!figures && !reports) return <Home />;
  return (
    <Home>
      <Questions>
        {figures && <VictimsQuestion />}
        {steward && <OverlapQuestion />}
        {steward && <ReadyQuestion />}
        {reports && <ReportQuestion />}
      </Questions>
    </Home>
  );
}
