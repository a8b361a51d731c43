import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '../../app/problem.ts';
import { useProblemText } from '../../app/use-problem-text.ts';
import type { Answer } from '../../ui/answer.ts';
import type { FieldProblem } from '../../ui/ProblemSummary.tsx';

/** A full day out of a date field, or undefined. */
export const dayOf = (answer: Answer<string>): string | undefined =>
  answer.state === 'given' && answer.value.length === 10 ? answer.value : undefined;

/**
 * Problems of a form: what is missing before it is sent, and what the server said. Fields carry the ids
 * `<prefix>-<path>`; a refusal that belongs to no field becomes `fault`.
 */
export function useAgencyProblems(prefix: string) {
  const { t, i18n } = useTranslation('agencies');
  const problemText = useProblemText();
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const [fault, setFault] = useState<string>();
  const say = (code: string, params: Record<string, string | number> = {}) => t(`problem.${code}`, params);
  return {
    problems,
    fault,
    messageOf: (path: string) => problems.find((p) => p.field === `${prefix}-${path}`)?.message,
    /** Shows what is missing; true when nothing is. */
    check: (missing: readonly (readonly [path: string, code: string, wrong: boolean])[]): boolean => {
      const found = missing
        .filter(([, , wrong]) => wrong)
        .map(([path, code]) => ({ field: `${prefix}-${path}`, message: say(code) }));
      setProblems(found);
      setFault(undefined);
      return found.length === 0;
    },
    refused: (error: unknown) => {
      const errors = error instanceof ProblemError ? (error.problem.errors ?? []) : [];
      const known = errors.map((e) => {
        const code = e.code.replace(/^agencies\./, '');
        const path = e.path.split('.')[0] ?? '';
        const message = i18n.exists(`agencies:problem.${code}`) ? say(code, e.params ?? {}) : say('field');
        return { field: `${prefix}-${path}`, message };
      });
      setProblems(known);
      const reason = error instanceof ProblemError ? error.problem.params?.['reason'] : undefined;
      const told = typeof reason === 'string' && i18n.exists(`agencies:problem.${reason}`);
      setFault(
        known.length > 0
          ? undefined
          : told
            ? say(reason, error instanceof ProblemError ? error.problem.params : {})
            : problemText(error),
      );
    },
  };
}
