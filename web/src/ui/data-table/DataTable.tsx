import { useTable } from '@tanstack/react-table';
import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemStates } from '../ProblemStates.tsx';
import { EmptyState, SkeletonRows } from '../States.tsx';
import { usePhone } from '../use-media.ts';
import { Cards } from './Cards.tsx';
import { features, toTableColumns, type Column } from './columns.ts';
import { Grid } from './Grid.tsx';
import { useTableAddress } from './use-table-address.ts';
import classes from './DataTable.module.css';

export interface Loaded<R> {
  rows: readonly R[];
  /** Capped count of all rows under the filters; left out where it is not known. */
  total?: number;
  nextCursor?: string | null;
}

export interface DataTableProps<R extends object> {
  /** What the table lists, for readers and for print. */
  caption: string;
  columns: readonly Column<R>[];
  rowId: (row: R) => string;
  /** `undefined` while the first page is on its way. */
  data: Loaded<R> | undefined;
  error?: unknown;
  retry?: () => void;
  /** A page is being fetched behind the one shown. */
  refreshing?: boolean;
  /** Shown when nothing is there at all, or nothing under the filters. */
  empty?: ReactNode;
  /** One source is missing: a `PartialNote`. */
  partial?: ReactNode;
  /** Ticked rows and what may be done with them. */
  selection?: {
    selected: ReadonlySet<string>;
    onChange: (selected: ReadonlySet<string>) => void;
    acts: (selected: ReadonlySet<string>) => ReactNode;
    /** Name of a row for its tick box. */
    nameOf: (row: R) => string;
  };
  /** Calls attention to a row; the row itself says why in words. */
  highlight?: (row: R) => boolean;
  /** Own scroll area, for tables wider than the page. */
  wide?: boolean;
}

/**
 * Every list of the application. Order, hidden columns, density and page live in the address bar
 * (`urut`, `sembunyi`, `padat`, `kursor`); on phones rows become cards.
 */
export function DataTable<R extends object>(props: DataTableProps<R>) {
  const {
    caption,
    columns,
    rowId,
    data,
    error,
    retry,
    refreshing = false,
    empty,
    partial,
    selection,
  } = props;
  const { t } = useTranslation('ui');
  const phone = usePhone();
  const address = useTableAddress();
  const tableColumns = useMemo(() => toTableColumns(columns), [columns]);
  const rows = useMemo(() => [...(data?.rows ?? [])], [data]);
  const selected = selection?.selected;

  const table = useTable({
    features,
    columns: tableColumns,
    data: rows,
    getRowId: rowId,
    manualSorting: true,
    enableSortingRemoval: false,
    enableMultiSort: false,
    state: {
      sorting: address.sort ? [{ id: address.sort.column, desc: address.sort.direction === 'desc' }] : [],
      columnVisibility: Object.fromEntries(address.hidden.map((id) => [id, false])),
      rowSelection: Object.fromEntries([...(selected ?? [])].map((id) => [id, true])),
    },
    onRowSelectionChange: (update) => {
      const before = Object.fromEntries([...(selected ?? [])].map((id) => [id, true as const]));
      const after = typeof update === 'function' ? update(before) : update;
      selection?.onChange(new Set(Object.keys(after).filter((id) => after[id])));
    },
  });

  if (error !== undefined && error !== null) return <ProblemStates error={error} retry={retry} />;
  if (!data) return <SkeletonRows rows={8} label={t('table.loading', { caption })} />;
  return (
    <div className={classes['root']} data-density={address.density} aria-busy={refreshing || undefined}>
      {partial}
      {selection && selection.selected.size > 0 && (
        <div className={classes['chosen']} role="status" data-print="no">
          <strong>{t('table.selected', { count: selection.selected.size })}</strong>
          {selection.acts(selection.selected)}
          <button type="button" className="link-button" onClick={() => selection.onChange(new Set())}>
            {t('table.selectNone')}
          </button>
        </div>
      )}
      {rows.length === 0 ? (
        (empty ?? <EmptyState title={t('table.empty')}>{t('table.emptyHint')}</EmptyState>)
      ) : phone ? (
        <Cards table={table} {...props} />
      ) : (
        <Grid table={table} onSort={address.setSort} {...props} />
      )}
    </div>
  );
}
