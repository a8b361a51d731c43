import { useTranslation } from 'react-i18next';
import { ProblemError } from '../../app/problem.ts';
import { useProblemText } from '../../app/use-problem-text.ts';

/** A refusal of the main job in words: what is in the way, and how to clear it. */
export function useClearingProblem(): (error: unknown) => string {
  const { t, i18n } = useTranslation('clearing');
  const general = useProblemText();
  return (error) => {
    if (!(error instanceof ProblemError)) return general(error);
    const { params } = error.problem;
    const reason = params?.['reason'];
    const period = params?.['period'];
    const words = {
      ...params,
      ...(typeof period === 'string' ? { period: periodWords(period, t) } : {}),
    };
    if (typeof reason === 'string' && i18n.exists(`clearing:reason.${reason}`))
      return t(`reason.${reason}`, words);
    if (error.code === 'stale_version' && params?.['expected'] !== undefined)
      return t('reason.clear_changed', words);
    return general(error);
  };
}

const roman: Record<string, string> = { '1': 'I', '2': 'II', '3': 'III', '4': 'IV' };
/** `2024-Q4` in words: "triwulan IV 2024". */
export function periodWords(
  code: string,
  t: (key: string, values: Record<string, string>) => string,
): string {
  const [, year = code, quarter = ''] = /^(\d{4})-Q([1-4])$/.exec(code) ?? [];
  return quarter === '' ? code : t('period', { year, quarter, roman: roman[quarter] ?? quarter });
}
