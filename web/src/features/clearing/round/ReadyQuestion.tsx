import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../ui/FormatProvider.tsx';
import { ProblemStates } from '../../../ui/ProblemStates.tsx';
import { Question, SmallTable } from '../../../ui/Question.tsx';
import { SkeletonRows } from '../../../ui/States.tsx';
import { currentPeriod } from '../PeriodSelect.tsx';
import { type Period, periodAgenciesQuery, periodsQuery, roundsQuery } from '../queries.ts';
import { useWords } from '../use-words.ts';
import { SignOffState } from './SignOffState.tsx';

const glance = 6;

/** Whether every agency answered for the quarter; a round that is being decided comes before. */
export function ReadyQuestion() {
  const { t } = useTranslation('clearing-round');
  const { number } = useFormat();
  const periods = useQuery(periodsQuery);
  const rounds = useQuery(roundsQuery(undefined));
  const question = t('home.question');
  const failed = periods.error ?? rounds.error;
  if (failed && !(periods.data && rounds.data))
    return (
      <Question question={question} finding={t('home.unread')}>
        <ProblemStates error={failed} retry={() => void Promise.all([periods.refetch(), rounds.refetch()])} />
      </Question>
    );
  if (!periods.data || !rounds.data)
    return (
      <Question question={question} finding="">
        <SkeletonRows rows={4} />
      </Question>
    );
  const period = currentPeriod(periods.data);
  const working = rounds.data.items.find((r) => r.state === 'review');
  const left = working ? (working.pairs ?? 0) - working.decided : 0;
  const inWork = working && {
    text: t(left > 0 ? 'list.left' : 'list.ready', { count: left, number: number(left), year: working.year }),
    link: (
      <Link to="/kliring/$id" params={{ id: working.id }}>
        {t('home.round')}
      </Link>
    ),
  };
  if (!period)
    return (
      <Question
        question={question}
        finding={t('home.noPeriod')}
        link={<Link to="/kliring">{t('home.more')}</Link>}
      />
    );
  return <InPeriod period={period} inWork={inWork} />;
}

function InPeriod({
  period,
  inWork,
}: {
  period: Period;
  inWork: { text: string; link: ReactNode } | undefined;
}) {
  const { t } = useTranslation('clearing-round');
  const { number } = useFormat();
  const words = useWords();
  const { data, error, refetch } = useQuery(periodAgenciesQuery(period.code));
  if (error && !data)
    return (
      <Question question={t('home.question')} finding={t('home.unread')}>
        <ProblemStates error={error} retry={() => void refetch()} />
      </Question>
    );
  const signed = data?.filter((a) => a.signedOffAt).length ?? 0;
  const values = {
    count: data?.length ?? 0,
    signed: number(signed),
    all: number(data?.length ?? 0),
    period: words.period(period.code),
  };
  const waitingFirst = data?.toSorted(
    (a, b) => Number(a.signedOffAt !== null) - Number(b.signedOffAt !== null),
  );
  return (
    <Question
      question={t('home.question')}
      finding={inWork?.text ?? (data ? t(values.count === 0 ? 'ready.empty' : 'ready.found', values) : '')}
      figure={
        data && values.count > 0 ? { value: t('home.of', values), unit: t('home.unit', values) } : undefined
      }
      source={t('home.source')}
      link={inWork?.link ?? <Link to="/kliring">{t('home.more')}</Link>}
    >
      {!waitingFirst ? (
        <SkeletonRows rows={3} />
      ) : waitingFirst.length === 0 ? (
        <p>{t('ready.emptyText')}</p>
      ) : (
        <SmallTable
          caption={t('ready.title')}
          columns={[{ header: t('column.agency') }, { header: t('column.signed'), nowrap: true }]}
          rows={waitingFirst.slice(0, glance).map((a) => ({
            key: a.agency,
            cells: [a.agencyName, <SignOffState key="state" of={a} period={period} />],
          }))}
        />
      )}
    </Question>
  );
}
