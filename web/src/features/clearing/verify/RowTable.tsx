import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../../app/api.ts';
import { useCommand } from '../../../app/use-command.ts';
import { Breakable } from '../../../ui/Breakable.tsx';
import { DataTable } from '../../../ui/data-table/DataTable.tsx';
import { Pager, PrintButton, TableHead, ViewMenu } from '../../../ui/data-table/TableTools.tsx';
import type { Column } from '../../../ui/data-table/columns.ts';
import { FilterChips, type FilterGroup, FilterPanel } from '../../../ui/Filters.tsx';
import { DateText, useFormat } from '../../../ui/FormatProvider.tsx';
import { EmptyState } from '../../../ui/States.tsx';
import { showToast } from '../../../ui/toasts.ts';
import { useSearchState } from '../../../ui/use-search-state.ts';
import { type AreaNames, useAreaNames } from '../area-names.ts';
import { clearingKey, type RowLine, rowsQuery } from '../queries.ts';
import { useClearingProblem } from '../use-clearing-problem.ts';
import { useWords } from '../use-words.ts';
import { RowState } from './RowState.tsx';
import type { VerificationProps } from './Verification.tsx';

const states = ['imported', 'confirmed', 'excluded', 'superseded'] as const;
/** Counting years an agency still works on. */
const years = (now: number) => Array.from({ length: 6 }, (_, i) => String(now - i));

function useGroups(importId: string | undefined, place: string | undefined): FilterGroup[] {
  const { t } = useTranslation('clearing-verify');
  const areas = useAreaNames([place]);
  const only = (key: string, label: string, value: string | undefined, name: string): FilterGroup[] =>
    value === undefined ? [] : [{ key, label, kind: 'one', options: [{ value, label: name }] }];
  return [
    {
      key: 'keadaan',
      label: t('filter.state'),
      kind: 'one',
      options: states.map((value) => ({ value, label: t(`state.${value}`) })),
    },
    {
      key: 'tahun',
      label: t('filter.year'),
      kind: 'one',
      options: years(new Date().getFullYear()).map((value) => ({ value, label: value })),
    },
    ...only('wilayah', t('filter.place'), place, place === undefined ? '' : areas.name(place)),
    ...only('impor', t('filter.import'), importId, t('filter.oneImport')),
  ];
}

export function RowFilters({
  importId,
  place,
  children,
}: {
  importId: string | undefined;
  place: string | undefined;
  children: ReactNode;
}) {
  return <FilterPanel groups={useGroups(importId, place)}>{children}</FilterPanel>;
}

type RowTableProps = VerificationProps & { period: string; closed: boolean };

/** Rows of the quarter, fifty a page, without names; a row opens beside the list. */
export function RowTable({ period, state, year, place, importId, cursor, closed }: RowTableProps) {
  const { t } = useTranslation('clearing-verify');
  const { count } = useFormat();
  const words = useWords();
  const query = useQuery(
    rowsQuery({
      period,
      state,
      place,
      import: importId,
      year: year === undefined ? undefined : Number(year),
      cursor,
      limit: 50,
    }),
  );
  const { data, error, refetch } = query;
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const areas = useAreaNames(data?.items.map((r) => r.place) ?? []);
  const columns = useColumns(areas);
  const groups = useGroups(importId, place);
  const total = data?.total ?? 0;
  const filtered = [state, year, place, importId].some((v) => v !== undefined);
  return (
    <>
      <TableHead
        title={
          data
            ? t('found', { count: total, number: count(total), period: words.period(period) })
            : t('title.plain')
        }
        chips={<FilterChips groups={groups} />}
        tools={
          <>
            <ViewMenu columns={columns} />
            <PrintButton />
          </>
        }
      />
      <DataTable
        caption={t('caption', { period: words.period(period) })}
        columns={columns}
        rowId={(r) => r.id}
        data={data && { rows: data.items, total: data.total, nextCursor: data.nextCursor }}
        error={error}
        retry={() => void refetch()}
        refreshing={query.isPlaceholderData}
        empty={filtered ? undefined : <EmptyState title={t('empty.title')}>{t('empty.text')}</EmptyState>}
        {...(closed
          ? {}
          : {
              selection: {
                selected,
                onChange: setSelected,
                nameOf: (r: RowLine) => t('rowName', { number: String(r.rowNumber) }),
                acts: (ids: ReadonlySet<string>) => (
                  <ConfirmSelected period={period} ids={ids} onDone={() => setSelected(new Set())} />
                ),
              },
            })}
      />
      {data && data.items.length > 0 && (
        <Pager shown={data.items.length} total={data.total} nextCursor={data.nextCursor} />
      )}
    </>
  );
}

function ConfirmSelected(props: { period: string; ids: ReadonlySet<string>; onDone: () => void }) {
  const { period, ids, onDone } = props;
  const { t } = useTranslation('clearing-verify');
  const { number } = useFormat();
  const problemText = useClearingProblem();
  const confirm = useCommand(client.clearing.confirmRows, {
    invalidates: [clearingKey],
    onSuccess: () => {
      showToast({ kind: 'ok', text: t('confirmedSelected') });
      onDone();
    },
    onError: (error) => showToast({ kind: 'late', text: problemText(error) }),
  });
  return (
    <Button
      size="sm"
      variant="filled"
      loading={confirm.isPending}
      onClick={() => confirm.mutate({ period, rows: [...ids] })}
    >
      {t('act.confirmSelected', { count: ids.size, number: number(ids.size) })}
    </Button>
  );
}

function useColumns(areas: AreaNames): Column<RowLine>[] {
  const { t } = useTranslation('clearing-verify');
  const words = useWords();
  const { set } = useSearchState();
  return [
    {
      id: 'row',
      header: t('column.row'),
      primary: true,
      cell: (r) => (
        <button type="button" className="link-button" onClick={() => set({ baris: r.id }, true)}>
          {t('rowName', { number: String(r.rowNumber) })}
        </button>
      ),
    },
    {
      id: 'caseNo',
      header: t('column.caseNo'),
      cell: (r) => (r.caseNo === null ? words.none : <Breakable>{r.caseNo}</Breakable>),
      hideable: true,
    },
    {
      id: 'date',
      header: t('column.date'),
      cell: (r) => (r.reportDate ? <DateText value={r.reportDate} /> : String(r.countingYear)),
    },
    {
      id: 'place',
      header: t('column.place'),
      cell: (r) =>
        r.place === null ? (
          t('unknown')
        ) : (
          <button
            type="button"
            className="link-button"
            onClick={() => set({ wilayah: r.place ?? undefined })}
          >
            {areas.name(r.place)}
          </button>
        ),
    },
    { id: 'sex', header: t('column.sex'), cell: (r) => words.code('sex', r.sex) },
    { id: 'age', header: t('column.age'), cell: (r) => words.age(r.ageMin, r.ageMax), hideable: true },
    { id: 'role', header: t('column.role'), cell: (r) => words.role(r.role), hideable: true },
    {
      id: 'form',
      header: t('column.form'),
      cell: (r) => words.code('exploitation_type', r.form),
      hideable: true,
    },
    { id: 'state', header: t('column.state'), cell: (r) => <RowState state={r.state} /> },
  ];
}
