import { useTranslation } from 'react-i18next';
import { ProblemError } from '../../app/problem.ts';
import { useProblemText } from '../../app/use-problem-text.ts';

/** A refusal in words: the reason where the server names one, the first field problem, else the general text. */
export function useReportProblem(): (error: unknown) => string {
  const { t, i18n } = useTranslation('reporting');
  const general = useProblemText();
  return (error) => {
    if (!(error instanceof ProblemError)) return general(error);
    const { params, errors } = error.problem;
    const reason = params?.['reason'];
    if (typeof reason === 'string' && i18n.exists(`reporting:reason.${reason}`))
      return t(`reason.${reason}`, params ?? {});
    const [first] = errors ?? [];
    if (first && i18n.exists(`reporting:wrong.${first.code}`))
      return t(`wrong.${first.code}`, first.params ?? {});
    return general(error);
  };
}
