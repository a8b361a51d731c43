import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { BarChart } from '../../ui/BarChart.tsx';
import { useFormat } from '../../ui/FormatProvider.tsx';
import { ProblemStates } from '../../ui/ProblemStates.tsx';
import { Question, SmallTable } from '../../ui/Question.tsx';
import { SkeletonRows } from '../../ui/States.tsx';
import { seriesQuery, type YearSeries } from './queries.ts';

/** Years a leader sees at a glance; the page of figures has them all. */
const glance = 4;

const agreedOf = (series: YearSeries) =>
  series.years.flatMap((y) => (y.agreed ? [{ year: y.year, value: y.agreed.value }] : []));

/** How many victims are known: the latest agreed year, the years before, and where each number comes from. */
export function VictimsQuestion() {
  const { t } = useTranslation('figures');
  const { number } = useFormat();
  const victims = useQuery(seriesQuery('victims'));
  const cases = useQuery(seriesQuery('cases'));
  const failed = victims.error ?? cases.error;
  if (failed && !(victims.data && cases.data))
    return (
      <Question question={t('home.question')} finding={t('home.unread')}>
        <ProblemStates error={failed} retry={() => void Promise.all([victims.refetch(), cases.refetch()])} />
      </Question>
    );
  if (!victims.data || !cases.data)
    return (
      <Question question={t('home.question')} finding="">
        <SkeletonRows rows={4} />
      </Question>
    );
  const years = agreedOf(victims.data).slice(-glance);
  const casesOf = new Map(agreedOf(cases.data).map((c) => [c.year, c.value]));
  const last = years.at(-1);
  if (!last)
    return (
      <Question
        question={t('home.question')}
        finding={t('home.none')}
        link={<Link to="/angka">{t('home.published')}</Link>}
      >
        <p>{t('home.noneText')}</p>
      </Question>
    );
  const values = {
    year: last.year,
    victims: number(last.value),
    cases: number(casesOf.get(last.year) ?? 0),
  };
  return (
    <Question
      question={t('home.question')}
      finding={t('home.found', values)}
      figure={{ value: values.victims, unit: t('home.unit', values) }}
      drawing={
        years.length > 1 && (
          <BarChart
            compact
            label={t('home.drawing', values)}
            series={[{ label: t('home.agreed'), tone: 'strong' }]}
            points={years.map((y) => ({
              key: String(y.year),
              label: String(y.year),
              partial: false,
              values: [y.value],
            }))}
            shown={number}
          />
        )
      }
      source={t('home.source')}
      link={
        <Link to="/angka/$tahun" params={{ tahun: String(last.year) }}>
          {t('home.more')}
        </Link>
      }
    >
      <SmallTable
        caption={t('home.caption')}
        columns={[
          { header: t('column.year') },
          { header: t('home.cases'), numeric: true },
          { header: t('column.victims'), numeric: true },
        ]}
        rows={years.toReversed().map((y) => ({
          key: String(y.year),
          cells: [y.year, number(casesOf.get(y.year) ?? 0), number(y.value)],
        }))}
      />
    </Question>
  );
}
