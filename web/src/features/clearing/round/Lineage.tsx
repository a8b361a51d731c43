import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../../ui/data-table/DataTable.tsx';
import { Pager, PrintButton, TableHead, ViewMenu } from '../../../ui/data-table/TableTools.tsx';
import type { Column } from '../../../ui/data-table/columns.ts';
import { FilterChips, type FilterGroup, FilterPanel } from '../../../ui/Filters.tsx';
import { Num } from '../../../ui/FormatProvider.tsx';
import { Columns } from '../../../ui/Layout.tsx';
import { EmptyState } from '../../../ui/States.tsx';
import { type AreaNames, useAreaNames } from '../area-names.ts';
import classes from '../Clearing.module.css';
import { lineageQuery, type LineageRow, type Round } from '../queries.ts';
import { useWords } from '../use-words.ts';
import { RoundFrame } from './RoundFrame.tsx';

interface LineageProps {
  id: string;
  agency: string | undefined;
  cursor: string | undefined;
}

/** Which rows a round counts, and which person and case each belongs to. Never who. */
export function Lineage({ id, agency, cursor }: LineageProps) {
  return <RoundFrame id={id}>{(round) => <Rows round={round} agency={agency} cursor={cursor} />}</RoundFrame>;
}

function Rows({ round, agency, cursor }: Omit<LineageProps, 'id'> & { round: Round }) {
  const { t } = useTranslation('clearing-round');
  const query = useQuery(lineageQuery(round.id, agency, cursor));
  const { data, error, refetch } = query;
  const areas = useAreaNames(data?.items.map((r) => r.place) ?? []);
  const columns = useColumns(areas, round.agreed !== null);
  const groups: FilterGroup[] = [
    {
      key: 'lembaga',
      label: t('column.agency'),
      kind: 'one',
      options: round.sources.map((s) => ({ value: s.agency, label: s.agencyName })),
    },
  ];
  return (
    <Columns
      sideFirst
      side={<FilterPanel groups={groups} />}
      main={
        <>
          <TableHead
            title={t('lineage.title', { year: round.year })}
            chips={<FilterChips groups={groups} />}
            tools={
              <>
                <ViewMenu columns={columns} />
                <PrintButton />
              </>
            }
          />
          <p className={classes['quiet']}>{t(round.agreed ? 'lineage.text' : 'lineage.soFar')}</p>
          <DataTable
            caption={t('tabs.rows')}
            columns={columns}
            rowId={(r) => r.row}
            data={data && { rows: data.items, nextCursor: data.nextCursor }}
            error={error}
            retry={() => void refetch()}
            refreshing={query.isPlaceholderData}
            empty={<EmptyState title={t('lineage.empty')}>{t('lineage.emptyText')}</EmptyState>}
          />
          {data && data.items.length > 0 && <Pager shown={data.items.length} nextCursor={data.nextCursor} />}
        </>
      }
    />
  );
}

function useColumns(areas: AreaNames, agreed: boolean): Column<LineageRow>[] {
  const { t } = useTranslation('clearing-round');
  const words = useWords();
  const numbers: Column<LineageRow>[] = agreed
    ? [
        { id: 'case', header: t('column.case'), numeric: true, cell: (r) => <Num value={r.case} /> },
        { id: 'person', header: t('column.person'), numeric: true, cell: (r) => <Num value={r.person} /> },
      ]
    : [];
  return [
    ...numbers,
    { id: 'agency', header: t('column.agency'), primary: true, cell: (r) => r.agencyName },
    { id: 'period', header: t('column.period'), cell: (r) => words.Period(r.period), hideable: true },
    { id: 'row', header: t('column.row'), numeric: true, cell: (r) => <Num value={r.rowNumber} /> },
    { id: 'sex', header: t('column.sex'), cell: (r) => words.code('sex', r.sex), hideable: true },
    { id: 'child', header: t('column.child'), cell: (r) => words.child(r.child), hideable: true },
    {
      id: 'form',
      header: t('column.form'),
      cell: (r) => words.code('exploitation_type', r.form),
      hideable: true,
    },
    { id: 'place', header: t('column.place'), cell: (r) => (r.place === null ? '–' : areas.name(r.place)) },
  ];
}
