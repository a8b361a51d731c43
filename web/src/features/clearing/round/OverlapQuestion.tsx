import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../ui/FormatProvider.tsx';
import { ProblemStates } from '../../../ui/ProblemStates.tsx';
import { Question, SmallTable } from '../../../ui/Question.tsx';
import { SkeletonRows } from '../../../ui/States.tsx';
import { roundsQuery } from '../queries.ts';

const glance = 4;

/** How many rows of the agencies were one person more than once: what clearing is for. */
export function OverlapQuestion() {
  const { t } = useTranslation('clearing-round');
  const { number } = useFormat();
  const { data, error, refetch } = useQuery(roundsQuery(undefined));
  const question = t('overlap.question');
  if (error && !data)
    return (
      <Question question={question} finding={t('home.unread')}>
        <ProblemStates error={error} retry={() => void refetch()} />
      </Question>
    );
  if (!data)
    return (
      <Question question={question} finding="">
        <SkeletonRows rows={4} />
      </Question>
    );
  const years = data.items.flatMap((r) =>
    r.state === 'agreed' && r.agreed && r.agreed.rows !== null
      ? [{ id: r.id, year: r.year, ...r.agreed, rows: r.agreed.rows }]
      : [],
  );
  const last = years[0];
  if (!last)
    return (
      <Question question={question} finding={t('list.empty')}>
        <p>{t('list.emptyText')}</p>
      </Question>
    );
  return (
    <Question
      question={question}
      finding={t('overlap.found', {
        count: last.rows,
        year: last.year,
        rows: number(last.rows),
        persons: number(last.victims),
      })}
      figure={{
        value: number(last.rows - last.victims),
        unit: t('overlap.unit', { count: last.rows - last.victims, year: last.year }),
      }}
      source={t('overlap.source')}
      link={
        <Link to="/kliring/$id" params={{ id: last.id }}>
          {t('overlap.more')}
        </Link>
      }
    >
      <SmallTable
        caption={t('overlap.caption')}
        columns={[
          { header: t('overlap.year') },
          { header: t('column.rows'), numeric: true },
          { header: t('column.victims'), numeric: true },
        ]}
        rows={years.slice(0, glance).map((y) => ({
          key: y.id,
          cells: [y.year, number(y.rows), number(y.victims)],
        }))}
      />
    </Question>
  );
}
