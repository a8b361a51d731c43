import { useTranslation } from 'react-i18next';
import { PageHeader } from '../ui/PageHeader.tsx';
import { ProblemStates } from '../ui/ProblemStates.tsx';
import { ProblemError } from './problem.ts';

/** A page whose one subject cannot be shown: it still has a title, in the page and in the window. */
export function PageProblem({ error, retry }: { error: unknown; retry: () => void }) {
  const { t } = useTranslation('common');
  const gone = error instanceof ProblemError && error.problem.status === 404;
  return (
    <>
      <PageHeader title={t(gone ? 'notFoundPage.title' : 'errorPage.title')} />
      <ProblemStates error={error} retry={retry} />
    </>
  );
}
