import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { DateText } from '../../ui/FormatProvider.tsx';
import { ProblemStates } from '../../ui/ProblemStates.tsx';
import { Question, SmallTable } from '../../ui/Question.tsx';
import { SkeletonRows } from '../../ui/States.tsx';
import { reportsQuery } from './queries.ts';
import { ReportState } from './ReportState.tsx';

const glance = 4;

/** How far the January report is; a year that is agreed but has no report yet is named first. */
export function ReportQuestion() {
  const { t } = useTranslation('reporting');
  const { data, error, refetch } = useQuery(reportsQuery(undefined));
  const question = t('home.question');
  const link = <Link to="/laporan">{t('home.more')}</Link>;
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
  const missing = data.suggested[0];
  const last = data.items[0];
  const finding =
    missing !== undefined
      ? t('home.missing', { year: missing })
      : last
        ? t('list.found', { year: last.year, state: t(`state.${last.state}`).toLowerCase() })
        : t('list.empty');
  return (
    <Question question={question} finding={finding} source={t('home.source')} link={link}>
      {data.items.length === 0 ? (
        <p>{t('list.emptyText')}</p>
      ) : (
        <SmallTable
          caption={t('list.reports')}
          columns={[
            { header: t('column.report') },
            { header: t('column.state') },
            { header: t('column.due'), numeric: true },
          ]}
          rows={data.items.slice(0, glance).map((r) => ({
            key: r.id,
            cells: [
              <Link key="report" to="/laporan/$id" params={{ id: r.id }}>
                {r.edition > 1 ? t('home.edition', { year: r.year, number: r.edition - 1 }) : r.year}
              </Link>,
              <ReportState key="state" state={r.state} />,
              <Due key="due" on={r.dueOn} />,
            ],
          }))}
        />
      )}
    </Question>
  );
}

function Due({ on }: { on: string | null }) {
  return on ? <DateText value={on} /> : '–';
}
