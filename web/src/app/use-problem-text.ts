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
