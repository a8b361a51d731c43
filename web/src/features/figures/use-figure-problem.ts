import { useTranslation } from 'react-i18next';
import { ProblemError } from '../../app/problem.ts';
import { useProblemText } from '../../app/use-problem-text.ts';

/** A refusal in words: the reason where the server names one, else the general text. */
export function useFigureProblem(): (error: unknown) => string {
  const { t, i18n } = useTranslation('figures');
  const general = useProblemText();
  return (error) => {
    const reason = error instanceof ProblemError ? error.problem.params?.['reason'] : undefined;
    return typeof reason === 'string' && i18n.exists(`figures:reason.${reason}`)
      ? t(`reason.${reason}`)
      : general(error);
  };
}
