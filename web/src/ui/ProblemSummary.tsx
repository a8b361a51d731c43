import { TriangleAlert } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel } from './Layout.tsx';
import classes from './ProblemSummary.module.css';

export interface FieldProblem {
  /** `id` of the field the line leads to. */
  field: string;
  /** How to mend it. */
  message: string;
}

/** All that is wrong, at the top, each line leading to its field. Takes the focus when it appears. */
export function ProblemSummary({ problems, title }: { problems: readonly FieldProblem[]; title?: string }) {
  const { t } = useTranslation('ui');
  const ref = useRef<HTMLDivElement>(null);
  const shape = problems.map((p) => `${p.field} ${p.message}`).join('\n');
  useEffect(() => {
    if (shape !== '') ref.current?.focus();
  }, [shape]);
  if (problems.length === 0) return null;
  return (
    <div ref={ref} tabIndex={-1} role="alert" className={classes['summary']}>
      <Panel tone="late">
        <p className={classes['title']}>
          <TriangleAlert size={20} aria-hidden />
          {title ?? t('problems.title', { count: problems.length })}
        </p>
        <ul>
          {problems.map((problem) => (
            <li key={`${problem.field} ${problem.message}`}>
              <a
                href={`#${problem.field}`}
                onClick={(e) => {
                  e.preventDefault();
                  const target = document.getElementById(problem.field);
                  target?.scrollIntoView({ block: 'center' });
                  target?.focus({ preventScroll: true });
                }}
              >
                {problem.message}
              </a>
            </li>
          ))}
        </ul>
      </Panel>
    </div>
  );
}
