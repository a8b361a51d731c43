import { mendLabel, problemMessage } from '@simpul/contract/clearing/problem-messages';
import type { RowProblem } from '@simpul/contract/clearing/row';
import { targetInfo } from '@simpul/contract/clearing/targets';
import { useTranslation } from 'react-i18next';
import { Section } from '../../../ui/Section.tsx';
import classes from '../Clearing.module.css';
import { useWords } from '../use-words.ts';
import { withoutDecision } from './mapping.ts';
import type { ProblemGroupsProps } from './ProblemGroups.tsx';

/** What a person decided about whole causes; each can be taken back while the file is not taken in. */
export function Decisions({ imp, reading }: ProblemGroupsProps) {
  const { t } = useTranslation('clearing-import');
  const { language } = useWords();
  const { mapping } = reading;
  const decisions = mapping?.decisions ?? [];
  if (!mapping || decisions.length === 0) return null;
  return (
    <Section title={t('decisions.title')}>
      <ul className={classes['groups']}>
        {decisions.map((d) => {
          const code = d.code as RowProblem['code'];
          const cause = problemMessage({ code, field: d.field, value: null, params: {} }, language).title;
          return (
            <li key={`${d.code} ${d.field ?? ''}`}>
              <p>
                <strong>{mendLabel(d.act, language)}</strong>
                {`: ${cause}`}
                {d.field && <span className={classes['quiet']}> ({targetInfo[d.field][language]})</span>}
              </p>
              {d.note && <p className={classes['quiet']}>{t('decisions.note', { note: d.note })}</p>}
              {imp.can.map && (
                <button
                  type="button"
                  className="link-button"
                  disabled={reading.busy}
                  onClick={() => reading.apply(withoutDecision(mapping, d))}
                  aria-label={`${t('act.takeBack')}: ${cause}`}
                >
                  {t('act.takeBack')}
                </button>
              )}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
