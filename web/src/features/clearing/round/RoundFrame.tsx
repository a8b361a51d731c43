import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PageProblem } from '../../../app/PageProblem.tsx';
import { useCan } from '../../../app/me.ts';
import { useFormat } from '../../../ui/FormatProvider.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { SkeletonRows } from '../../../ui/States.tsx';
import { TabLinks } from '../../../ui/TabLinks.tsx';
import { type Round, roundQuery } from '../queries.ts';
import { RoundState } from './RoundState.tsx';

export const openOf = (round: Pick<Round, 'pairs' | 'decided'>) => (round.pairs ?? 0) - round.decided;

interface RoundFrameProps {
  id: string;
  acts?: (round: Round) => ReactNode;
  primary?: (round: Round) => ReactNode;
  children: (round: Round) => ReactNode;
}

/** Head and tabs of one round. */
export function RoundFrame({ id, acts, primary, children }: RoundFrameProps) {
  const { t } = useTranslation('clearing-round');
  const { data, error, refetch } = useQuery(roundQuery(id));
  const title = useTitle(data);
  const steward = useCan('clearing.round');
  if (error && !data) return <PageProblem error={error} retry={() => void refetch()} />;
  if (!data) return <SkeletonRows rows={8} />;
  return (
    <>
      <PageHeader
        title={title}
        sub={<RoundState state={data.state} />}
        crumbs={[
          <Link key="list" to="/kliring">
            {t('list.title')}
          </Link>,
          <Link key="round" to="/kliring/$id" params={{ id }}>
            {t('round.name', { year: data.year, number: data.number })}
          </Link>,
        ]}
        acts={acts?.(data)}
        primary={primary?.(data)}
      />
      <TabLinks label={t('tabs.label')}>
        <Link to="/kliring/$id" params={{ id }} activeOptions={{ exact: true, includeSearch: false }}>
          {t('tabs.summary')}
        </Link>
        {steward && data.state !== 'matching' && (
          <Link to="/kliring/$id/pasangan" params={{ id }} activeOptions={{ includeSearch: false }}>
            {t('tabs.pairs')}
          </Link>
        )}
        {data.state !== 'matching' && (
          <Link to="/kliring/$id/baris" params={{ id }} activeOptions={{ includeSearch: false }}>
            {t('tabs.rows')}
          </Link>
        )}
      </TabLinks>
      {children(data)}
    </>
  );
}

function useTitle(round: Round | undefined): string {
  const { t } = useTranslation('clearing-round');
  const { number } = useFormat();
  if (!round) return t('list.title');
  const { year } = round;
  const left = openOf(round);
  if (round.state === 'matching') return t('title.matching', { year });
  if (round.state === 'cancelled') return t('title.cancelled', { year });
  if (round.state === 'review')
    return t(left > 0 ? 'title.left' : 'title.ready', { year, count: left, number: number(left) });
  const agreed = round.agreed ?? { cases: 0, victims: 0 };
  return t(`title.${round.state}`, {
    year,
    count: agreed.victims,
    cases: number(agreed.cases),
    victims: number(agreed.victims),
  });
}
