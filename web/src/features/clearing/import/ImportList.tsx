import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../../ui/data-table/DataTable.tsx';
import { Pager, TableHead } from '../../../ui/data-table/TableTools.tsx';
import type { Column } from '../../../ui/data-table/columns.ts';
import { FilterChips, type FilterGroup, FilterPanel } from '../../../ui/Filters.tsx';
import { Ago, Num, useFormat } from '../../../ui/FormatProvider.tsx';
import { Columns } from '../../../ui/Layout.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { EmptyState } from '../../../ui/States.tsx';
import classes from '../Clearing.module.css';
import { type ImportLine, importsQuery, periodsQuery } from '../queries.ts';
import { useWords } from '../use-words.ts';
import { ImportState } from './ImportState.tsx';
import { NewImport } from './NewImport.tsx';
import { stageOf } from './stage.ts';

export const importStateFilter = [
  'checking',
  'recognised',
  'checked',
  'accepted',
  'cancelled',
  'failed',
] as const satisfies readonly ImportLine['state'][];

export interface ImportListProps {
  period: string | undefined;
  state: (typeof importStateFilter)[number] | undefined;
  cursor: string | undefined;
}

/** Files the own agency handed in, and the place to hand in the next. */
export function ImportList({ period, state, cursor }: ImportListProps) {
  const { t } = useTranslation('clearing-import');
  const { count, numberWord } = useFormat();
  const words = useWords();
  const periods = useQuery(periodsQuery);
  const query = useQuery(importsQuery({ period, state, cursor, limit: 50 }));
  const { data, error, refetch } = query;
  const groups: FilterGroup[] = [
    {
      key: 'periode',
      label: t('filter.period'),
      kind: 'one',
      options: (periods.data ?? []).map((p) => ({ value: p.code, label: words.Period(p.code) })),
    },
    {
      key: 'keadaan',
      label: t('filter.state'),
      kind: 'one',
      options: importStateFilter.map((value) => ({ value, label: t(`filter.states.${value}`) })),
    },
  ];
  const waiting = (data?.items ?? []).filter((line) =>
    ['questions', 'wrong', 'ready'].includes(stageOf(line)),
  ).length;
  const total = data?.total ?? 0;
  return (
    <>
      <PageHeader
        title={
          waiting > 0
            ? t('list.waiting', { count: waiting, number: words.upper(numberWord(waiting)) })
            : t('list.title')
        }
        sub={t('list.sub')}
      />
      <NewImport suggested={period} />
      <div className={classes['below']}>
        <Columns
          sideFirst
          side={<FilterPanel groups={groups} />}
          main={
            <>
              <TableHead
                title={data ? t('list.found', { count: total, number: count(total) }) : t('list.title')}
                chips={<FilterChips groups={groups} />}
              />
              <DataTable
                caption={t('list.title')}
                columns={useColumns()}
                rowId={(row) => row.id}
                data={data && { rows: data.items, total: data.total, nextCursor: data.nextCursor }}
                error={error}
                retry={() => void refetch()}
                refreshing={query.isPlaceholderData}
                empty={<EmptyState title={t('list.empty')}>{t('list.emptyText')}</EmptyState>}
              />
              {data && data.items.length > 0 && (
                <Pager shown={data.items.length} total={data.total} nextCursor={data.nextCursor} />
              )}
            </>
          }
        />
      </div>
    </>
  );
}

function useColumns(): Column<ImportLine>[] {
  const { t } = useTranslation('clearing-import');
  const words = useWords();
  return [
    {
      id: 'period',
      header: t('column.period'),
      primary: true,
      cell: (row) => (
        <Link to="/impor/$id" params={{ id: row.id }}>
          {words.Period(row.period)}
        </Link>
      ),
    },
    { id: 'when', header: t('column.when'), cell: (row) => <Ago instant={row.createdAt} /> },
    { id: 'rows', header: t('column.rows'), numeric: true, cell: (row) => <Num value={row.rowsTotal} /> },
    { id: 'wrong', header: t('column.wrong'), numeric: true, cell: (row) => <Num value={row.rowsWrong} /> },
    { id: 'known', header: t('column.known'), numeric: true, cell: (row) => <Num value={row.rowsKnown} /> },
    { id: 'state', header: t('column.state'), cell: (row) => <ImportState line={row} /> },
  ];
}
