import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '../../../app/problem.ts';
import { useProblemText } from '../../../app/use-problem-text.ts';
import type { Answer } from '../../../ui/answer.ts';
import type { FieldProblem } from '../../../ui/ProblemSummary.tsx';

/** A full day out of a date field, or undefined. */
export const dayOf = (answer: Answer<string>): string | undefined =>
  answer.state === 'given' && answer.value.length === 10 ? answer.value : undefined;

/**
 * Problems of a form: what is missing before it is sent, and what the server said. Fields carry the ids
 * `<prefix>-<path>`; a refusal that belongs to no field becomes `fault`.
 */
export function useFormProblems(prefix: string) {
  const { t, i18n } = useTranslation('people');
  const problemText = useProblemText();
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const [fault, setFault] = useState<string>();
  const say = (code: string) =>
    i18n.exists(`people:problem.${code}`) ? t(`problem.${code}`) : t('problem.field');
  const show = (found: readonly FieldProblem[], reason?: string) => {
    setProblems(found);
    setFault(reason);
  };
  return {
    problems,
    fault,
    messageOf: (path: string) => problems.find((p) => p.field === `${prefix}-${path}`)?.message,
    /** Shows what is missing; true when nothing is. */
    check: (missing: readonly (readonly [path: string, code: string, wrong: boolean])[]): boolean => {
      const found = missing.filter(([, , wrong]) => wrong);
      show(found.map(([path, code]) => ({ field: `${prefix}-${path}`, message: say(code) })));
      return found.length === 0;
    },
    refused: (error: unknown) => {
      const errors = error instanceof ProblemError ? (error.problem.errors ?? []) : [];
      const general = errors.find((e) => e.path === 'id');
      if (general) return show([], say(general.code));
      if (errors.length === 0) return show([], problemText(error));
      show(errors.map((e) => ({ field: `${prefix}-${e.path}`, message: say(e.code) })));
    },
  };
}
