import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../app/me.ts';
import { DataTable } from '../../ui/data-table/DataTable.tsx';
import { Pager, PrintButton, TableHead } from '../../ui/data-table/TableTools.tsx';
import type { Column } from '../../ui/data-table/columns.ts';
import { FilterChips, type FilterGroup, FilterPanel } from '../../ui/Filters.tsx';
import { DateText, useFormat } from '../../ui/FormatProvider.tsx';
import { Columns } from '../../ui/Layout.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { EmptyState } from '../../ui/States.tsx';
import { EnterLink } from './EnterLink.tsx';
import { ExportFigures } from './ExportFigures.tsx';
import { FigureButton } from './FigureButton.tsx';
import { FigurePanel } from './FigurePanel.tsx';
import classes from './Figures.module.css';
import { FigureTabs } from './FigureTabs.tsx';
import { type FigureLine, filterOf, type PublishedFilter, publishedQuery } from './queries.ts';
import { useWords } from './use-words.ts';

const years = [2024, 2023, 2022, 2021, 2020, 2019, 2018];

/** What others have printed, with where. Copies of facts: never added to agreed figures. */
export function PublishedPage({ filter, figure }: { filter: PublishedFilter; figure: string | undefined }) {
  const { t } = useTranslation('figures');
  const { count } = useFormat();
  const manage = useCan('figures.manage');
  const query = useQuery(publishedQuery(filter));
  const { data, error, refetch } = query;
  const groups: FilterGroup[] = [
    {
      key: 'topik',
      label: t('filter.topic'),
      kind: 'one',
      options: (['trafficking', 'violence'] as const).map((value) => ({ value, label: t(`topic.${value}`) })),
    },
    {
      key: 'tahun',
      label: t('column.year'),
      kind: 'one',
      options: years.map((y) => ({ value: String(y), label: String(y) })),
    },
    {
      key: 'wilayah',
      label: t('field.area'),
      kind: 'one',
      options: [
        { value: 'ini', label: t('filter.here') },
        { value: 'id', label: t('filter.nation') },
      ],
    },
    {
      key: 'jumlah',
      label: t('filter.kind'),
      kind: 'one',
      options: [{ value: 'ya', label: t('filter.totals') }],
    },
    {
      key: 'lama',
      label: t('filter.use'),
      kind: 'one',
      options: [{ value: 'ya', label: t('filter.superseded') }],
      anyLabel: t('filter.inUse'),
    },
  ];
  const { kind, ...rest } = filterOf(filter);
  return (
    <>
      <PageHeader title={t('published.title')} sub={t('published.sub')} primary={manage && <EnterLink />} />
      <FigureTabs />
      <Columns
        sideFirst
        side={<FilterPanel groups={groups} />}
        main={
          <>
            <TableHead
              title={
                data
                  ? t('published.shown', { count: data.total, number: count(data.total) })
                  : t('published.loading')
              }
              chips={<FilterChips groups={groups} />}
              tools={
                <>
                  <ExportFigures query={{ kind, ...rest }} />
                  <PrintButton />
                </>
              }
            />
            <DataTable
              caption={t('published.title')}
              columns={useColumns()}
              rowId={(f) => f.id}
              data={data && { rows: data.items, total: data.total, nextCursor: data.nextCursor }}
              error={error}
              retry={() => void refetch()}
              refreshing={query.isPlaceholderData}
              empty={<EmptyState title={t('published.empty')}>{t('published.emptyText')}</EmptyState>}
            />
            {data && (data.nextCursor || filter.cursor) && (
              <Pager shown={data.items.length} total={data.total} nextCursor={data.nextCursor} />
            )}
          </>
        }
      />
      {figure && <FigurePanel id={figure} />}
    </>
  );
}

function useColumns(): Column<FigureLine>[] {
  const { t } = useTranslation('figures');
  const words = useWords();
  return [
    {
      id: 'what',
      header: t('column.what'),
      primary: true,
      cell: (f) => (
        <span className={classes['cell']}>
          <span>{words.measure(f.measure)}</span>
          {Object.keys(f.dimensions).length > 0 && (
            <span className={classes['quiet']}>{words.breakdown(f)}</span>
          )}
        </span>
      ),
    },
    { id: 'value', header: t('column.value'), numeric: true, cell: (f) => <FigureButton figure={f} /> },
    { id: 'area', header: t('field.area'), cell: (f) => f.areaName },
    { id: 'period', header: t('field.period'), cell: (f) => words.period(f) },
    {
      id: 'asOf',
      header: t('field.asOf'),
      cell: (f) => (f.asOf === null ? t('notSaid') : <DateText value={f.asOf} />),
    },
    { id: 'source', header: t('field.source'), cell: (f) => f.source },
  ];
}
