import { useTranslation } from 'react-i18next';
import { NoAnswerError, ProblemError } from './problem.ts';

/** What a person reads when the server refused: by code, with how to mend it. */
export function useProblemText(): (error: unknown) => string {
  const { t, i18n } = useTranslation('problem');
  return (error) => {
    if (error instanceof NoAnswerError) return t('no_answer');
    if (error instanceof ProblemError && i18n.exists(`problem:${error.code}`))
      return t(error.code, { ...error.problem.params });
    return t('unexpected', { reference: error instanceof ProblemError ? error.problem.requestId : '' });
  };
}

/** Field problems of a refused form, for `ProblemSummary`: the server's path is the field's id. */
export function fieldProblems(error: unknown): { field: string; message: string }[] {
  if (!(error instanceof ProblemError)) return [];
  return (error.problem.errors ?? []).map((e) => ({ field: e.path, message: e.message }));
}
