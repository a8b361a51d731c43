import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../../ui/data-table/DataTable.tsx';
import { Pager, TableHead } from '../../../ui/data-table/TableTools.tsx';
import type { Column } from '../../../ui/data-table/columns.ts';
import { type FilterGroup, FilterPanel } from '../../../ui/Filters.tsx';
import { DateText, useFormat } from '../../../ui/FormatProvider.tsx';
import { Columns } from '../../../ui/Layout.tsx';
import { EmptyState } from '../../../ui/States.tsx';
import { Status } from '../../../ui/Status.tsx';
import { type AreaNames, useAreaNames } from '../area-names.ts';
import { type PairLine, type PairShow, pairsQuery, type Round } from '../queries.ts';
import { RoundFrame } from './RoundFrame.tsx';
import { DecisionStatus } from './RoundState.tsx';

export const pairShows = ['unsure', 'decided', 'all'] as const satisfies readonly PairShow[];

interface PairListProps {
  id: string;
  show: (typeof pairShows)[number] | undefined;
  cursor: string | undefined;
}

/** All pairs of a round, by decision; each opens on the desk. */
export function PairList({ id, show, cursor }: PairListProps) {
  return <RoundFrame id={id}>{(round) => <Pairs round={round} show={show} cursor={cursor} />}</RoundFrame>;
}

function Pairs({ round, show, cursor }: Omit<PairListProps, 'id'> & { round: Round }) {
  const { t } = useTranslation('clearing-round');
  const { count } = useFormat();
  const shown: PairShow = show ?? 'open';
  const query = useQuery(pairsQuery(round.id, shown, cursor));
  const { data, error, refetch } = query;
  const areas = useAreaNames(data?.items.map((p) => p.place) ?? []);
  const total = data?.total ?? 0;
  const groups: FilterGroup[] = [
    {
      key: 'tampil',
      label: t('pairs.show'),
      kind: 'one',
      anyLabel: t('pairs.shows.open'),
      options: pairShows.map((value) => ({ value, label: t(`pairs.shows.${value}`) })),
    },
  ];
  return (
    <Columns
      sideFirst
      side={<FilterPanel groups={groups} />}
      main={
        <>
          <TableHead
            title={t('pairs.found', {
              count: total,
              number: count(total),
              which: t(`pairs.shows.${shown}`),
            })}
          />
          <DataTable
            caption={t('tabs.pairs')}
            columns={useColumns(round, areas)}
            rowId={(p) => p.id}
            data={data && { rows: data.items, total: data.total, nextCursor: data.nextCursor }}
            error={error}
            retry={() => void refetch()}
            refreshing={query.isPlaceholderData}
            empty={<EmptyState title={t(`pairs.empty.${shown}`)} />}
          />
          {data && data.items.length > 0 && (
            <Pager shown={data.items.length} total={data.total} nextCursor={data.nextCursor} />
          )}
        </>
      }
    />
  );
}

function useColumns(round: Round, areas: AreaNames): Column<PairLine>[] {
  const { t } = useTranslation('clearing-round');
  return [
    {
      id: 'pair',
      header: t('column.pair'),
      primary: true,
      cell: (p) => (
        <Link to="/kliring/$id/tinjau" params={{ id: round.id }} search={{ pasangan: p.id }}>
          {t('pairs.name', { number: p.number })}
        </Link>
      ),
    },
    {
      id: 'agencies',
      header: t('column.agencies'),
      cell: (p) => t('pairs.agencies', { a: p.agencyA, b: p.agencyB }),
    },
    { id: 'place', header: t('column.place'), cell: (p) => (p.place === null ? '–' : areas.name(p.place)) },
    {
      id: 'month',
      header: t('column.month'),
      cell: (p) => (p.month === null ? '–' : <DateText value={p.month} />),
    },
    { id: 'basis', header: t('column.basis'), cell: (p) => t(`basis.short.${p.basis}`) },
    {
      id: 'decision',
      header: t('column.decision'),
      cell: (p) =>
        p.decision ? (
          <DecisionStatus decision={p.decision} />
        ) : p.clear ? (
          <Status kind="info">{t('pairs.clear')}</Status>
        ) : (
          <Status kind="wait">{t('pairs.open')}</Status>
        ),
    },
  ];
}
