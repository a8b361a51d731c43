import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../../app/me.ts';
import { DataTable } from '../../../ui/data-table/DataTable.tsx';
import { Pager } from '../../../ui/data-table/TableTools.tsx';
import type { Column } from '../../../ui/data-table/columns.ts';
import { DateText, Num, useFormat } from '../../../ui/FormatProvider.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { Section } from '../../../ui/Section.tsx';
import { EmptyState } from '../../../ui/States.tsx';
import { type RoundLine, roundsQuery } from '../queries.ts';
import { OpenRound } from './OpenRound.tsx';
import { PeriodAgencies } from './PeriodAgencies.tsx';
import { RoundState } from './RoundState.tsx';

/** Clearing by counting year, and which agencies are ready for it. */
export function Rounds({ period, cursor }: { period: string | undefined; cursor: string | undefined }) {
  const { t } = useTranslation('clearing-round');
  const { number } = useFormat();
  const steward = useCan('clearing.round');
  const query = useQuery(roundsQuery(cursor));
  const { data, error, refetch } = query;
  const working = data?.items.find((r) => r.state === 'review');
  const left = working ? (working.pairs ?? 0) - working.decided : 0;
  const title =
    working && steward
      ? t(left > 0 ? 'list.left' : 'list.ready', {
          count: left,
          number: number(left),
          year: working.year,
        })
      : t('list.title');
  return (
    <>
      <PageHeader title={title} sub={t('list.sub')} primary={steward && <OpenRound />} />
      <Section title={t('list.rounds')}>
        <DataTable
          caption={t('list.rounds')}
          columns={useColumns()}
          rowId={(r) => r.id}
          data={data && { rows: data.items, total: data.total, nextCursor: data.nextCursor }}
          error={error}
          retry={() => void refetch()}
          refreshing={query.isPlaceholderData}
          empty={<EmptyState title={t('list.empty')}>{t('list.emptyText')}</EmptyState>}
        />
        {data && (data.nextCursor || cursor) && (
          <Pager shown={data.items.length} total={data.total} nextCursor={data.nextCursor} />
        )}
      </Section>
      {steward && <PeriodAgencies period={period} />}
    </>
  );
}

function useColumns(): Column<RoundLine>[] {
  const { t } = useTranslation('clearing-round');
  const { number } = useFormat();
  return [
    {
      id: 'round',
      header: t('column.round'),
      primary: true,
      cell: (r) => (
        <Link to="/kliring/$id" params={{ id: r.id }}>
          {t('round.name', { year: r.year, number: r.number })}
        </Link>
      ),
    },
    { id: 'state', header: t('column.state'), cell: (r) => <RoundState state={r.state} /> },
    { id: 'opened', header: t('column.opened'), cell: (r) => <DateText value={r.openedAt} /> },
    {
      id: 'pairs',
      header: t('column.decided'),
      numeric: true,
      cell: (r) =>
        r.pairs === null ? '–' : t('list.decidedOf', { decided: number(r.decided), pairs: number(r.pairs) }),
    },
    {
      id: 'cases',
      header: t('column.cases'),
      numeric: true,
      cell: (r) => <Num value={r.agreed?.cases ?? null} />,
    },
    {
      id: 'victims',
      header: t('column.victims'),
      numeric: true,
      cell: (r) => <Num value={r.agreed?.victims ?? null} />,
    },
    {
      id: 'agreed',
      header: t('column.agreed'),
      cell: (r) => (r.agreedAt ? <DateText value={r.agreedAt} /> : '–'),
    },
  ];
}
