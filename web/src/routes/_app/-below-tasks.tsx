import { OverlapQuestion } from '../../features/clearing/round/OverlapQuestion.tsx';
import { ReadyQuestion } from '../../features/clearing/round/ReadyQuestion.tsx';
import { OwnQuarters } from '../../features/clearing/verify/OwnQuarters.tsx';
import { VictimsQuestion } from '../../features/figures/VictimsQuestion.tsx';
import { ReportQuestion } from '../../features/reporting/ReportQuestion.tsx';
import { Questions } from '../../ui/Question.tsx';

interface BelowTasksProps {
  contact: boolean;
  figures: boolean;
  reports: boolean;
  steward: boolean;
}

export function BelowTasks({ contact, figures, reports, steward }: BelowTasksProps) {
  if (contact) return <OwnQuarters />;
  return (
    <Questions>
      {figures && <VictimsQuestion />}
      {steward && <OverlapQuestion />}
      {steward && <ReadyQuestion />}
      {reports && <ReportQuestion />}
    </Questions>
  );
}
