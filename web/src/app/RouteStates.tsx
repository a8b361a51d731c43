import { Button } from '@mantine/core';
import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import { Link, useRouter, type ErrorComponentProps } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../ui/PageHeader.tsx';
import { ProblemStates } from '../ui/ProblemStates.tsx';
import { NotFoundState } from '../ui/States.tsx';
import { NoAnswerError, ProblemError } from './problem.ts';

/** A chunk of an older build is gone after an upgrade: one reload brings the new one. */
const isStaleBuild = (error: unknown) =>
  error instanceof TypeError && /dynamically imported module|module script/i.test(error.message);

export function RouteError({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation('common');
  const router = useRouter();
  const { reset: resetQueries } = useQueryErrorResetBoundary();
  const known = error instanceof ProblemError || error instanceof NoAnswerError;
  useEffect(() => {
    if (isStaleBuild(error) && !sessionStorage.getItem('simpul-reloaded')) {
      sessionStorage.setItem('simpul-reloaded', '1');
      window.location.reload();
    }
  }, [error]);
  const retry = () => {
    resetQueries();
    reset();
    void router.invalidate();
  };
  return (
    <>
      <PageHeader title={t(known ? 'errorPage.title' : 'errorPage.broken')} />
      <ProblemStates error={error} retry={retry} />
    </>
  );
}

/** Outside the shell, which is not there when it could not start: the page brings its own frame. */
export function BareRouteError(props: ErrorComponentProps) {
  return (
    <main id="isi" className="bare-page">
      <RouteError {...props} />
    </main>
  );
}

export function RouteNotFound() {
  const { t } = useTranslation('common');
  return (
    <>
      <PageHeader title={t('notFoundPage.title')} />
      <NotFoundState
        act={
          <Button variant="filled" renderRoot={(props) => <Link to="/" {...props} />}>
            {t('notFoundPage.home')}
          </Button>
        }
      />
    </>
  );
}
