import {
  columnVisibilityFeature,
  createColumnHelper,
  metaHelper,
  rowSelectionFeature,
  rowSortingFeature,
  tableFeatures,
} from '@tanstack/react-table';
import type { ReactNode } from 'react';

export interface Column<R> {
  id: string;
  header: string;
  cell: (row: R) => ReactNode;
  /** Figures: right-aligned with tabular numbers. */
  numeric?: boolean;
  /** The server can order by it. */
  sortable?: boolean;
  /** Identifies the row: row header in the table, heading of the card. */
  primary?: boolean;
  /** May be switched off by the reader. */
  hideable?: boolean;
  /** Left out of the card on phones. */
  cardless?: boolean;
  width?: string;
}

export interface ColumnMeta {
  numeric: boolean;
  primary: boolean;
  sortable: boolean;
  width: string | undefined;
}

export const features = tableFeatures({
  columnVisibilityFeature,
  rowSelectionFeature,
  rowSortingFeature,
  columnMeta: metaHelper<ColumnMeta>(),
});
export type Features = typeof features;

/** Our columns as TanStack's, order and figures left to the server. */
export function toTableColumns<R extends object>(columns: readonly Column<R>[]) {
  const helper = createColumnHelper<Features, R>();
  return columns.map((column) =>
    helper.display({
      id: column.id,
      header: column.header,
      cell: ({ row }) => column.cell(row.original),
      enableHiding: column.hideable ?? false,
      enableSorting: column.sortable ?? false,
      meta: {
        numeric: column.numeric ?? false,
        primary: column.primary ?? false,
        sortable: column.sortable ?? false,
        width: column.width,
      },
    }),
  );
}
