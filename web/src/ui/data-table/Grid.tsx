import type { ReactTable, Row } from '@tanstack/react-table';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { ArrowDown, ArrowUp, ChevronsUpDown } from 'lucide-react';
import { useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Sort } from '../search-params.ts';
import { usePrinting } from '../use-media.ts';
import type { Column, Features } from './columns.ts';
import type { DataTableProps } from './DataTable.tsx';
import classes from './DataTable.module.css';

/** Beyond this many rows only those near the window are in the page. */
const virtualFrom = 200;
const rowHeights = { '36': 36, '44': 44, '52': 52 } as const;

type GridProps<R extends object> = DataTableProps<R> & {
  table: ReactTable<Features, R>;
  onSort: (sort: Sort) => void;
};

export function Grid<R extends object>(props: GridProps<R>) {
  const { table, caption, selection, onSort, wide = false } = props;
  const { t } = useTranslation('ui');
  const rows = table.getRowModel().rows;
  const [sorted] = table.state.sorting;
  const printing = usePrinting();
  const virtual = rows.length > virtualFrom && !printing;
  return (
    <div
      className={classes['scroll']}
      data-wide={wide || undefined}
      {...(wide ? { tabIndex: 0, role: 'region', 'aria-label': caption } : {})}
    >
      <table className={classes['table']} aria-rowcount={virtual ? rows.length + 1 : undefined}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          {table.getHeaderGroups().map((group) => (
            <tr key={group.id}>
              {selection && (
                <th scope="col" className={classes['tick']} data-print="no">
                  <input
                    type="checkbox"
                    aria-label={t('table.selectAll')}
                    checked={table.getIsAllRowsSelected()}
                    ref={(node) => {
                      if (node) node.indeterminate = table.getIsSomeRowsSelected();
                    }}
                    onChange={(e) => table.toggleAllRowsSelected(e.currentTarget.checked)}
                  />
                </th>
              )}
              {group.headers.map((header) => {
                const meta = header.column.columnDef.meta;
                const active = sorted?.id === header.column.id ? sorted : undefined;
                return (
                  <th
                    key={header.id}
                    scope="col"
                    data-numeric={meta?.numeric || undefined}
                    style={meta?.width ? { width: meta.width } : undefined}
                    aria-sort={active ? (active.desc ? 'descending' : 'ascending') : undefined}
                  >
                    {meta?.sortable ? (
                      <button
                        type="button"
                        className={classes['sort']}
                        onClick={() =>
                          onSort({
                            column: header.column.id,
                            direction: active && !active.desc ? 'desc' : 'asc',
                          })
                        }
                      >
                        <table.FlexRender header={header} />
                        <SortMark desc={active?.desc} />
                      </button>
                    ) : (
                      <table.FlexRender header={header} />
                    )}
                  </th>
                );
              })}
            </tr>
          ))}
        </thead>
        {virtual ? <VirtualBody {...props} rows={rows} /> : <Body {...props} rows={rows} />}
      </table>
    </div>
  );
}

function SortMark({ desc }: { desc: boolean | undefined }) {
  const Icon = desc === undefined ? ChevronsUpDown : desc ? ArrowDown : ArrowUp;
  return <Icon size={16} aria-hidden data-on={desc !== undefined || undefined} data-print="no" />;
}

type BodyProps<R extends object> = GridProps<R> & { rows: readonly Row<Features, R>[] };

function Line<R extends object>({
  row,
  table,
  selection,
  highlight,
}: BodyProps<R> & { row: Row<Features, R> }) {
  const { t } = useTranslation('ui');
  return (
    <tr
      data-selected={row.getIsSelected() || undefined}
      data-highlight={highlight?.(row.original) || undefined}
    >
      {selection && (
        <td className={classes['tick']} data-print="no">
          <input
            type="checkbox"
            aria-label={t('table.selectRow', { name: selection.nameOf(row.original) })}
            checked={row.getIsSelected()}
            onChange={row.getToggleSelectedHandler()}
          />
        </td>
      )}
      {row.getVisibleCells().map((cell) => {
        const meta = cell.column.columnDef.meta;
        const Cell = meta?.primary ? 'th' : 'td';
        return (
          <Cell
            key={cell.id}
            data-numeric={meta?.numeric || undefined}
            {...(meta?.primary ? { scope: 'row' } : {})}
          >
            <table.FlexRender cell={cell} />
          </Cell>
        );
      })}
    </tr>
  );
}

function Body<R extends object>(props: BodyProps<R>) {
  return (
    <tbody>
      {props.rows.map((row) => (
        <Line key={row.id} {...props} row={row} />
      ))}
    </tbody>
  );
}

function VirtualBody<R extends object>(props: BodyProps<R>) {
  const { rows, columns, table, selection } = props;
  const body = useRef<HTMLTableSectionElement>(null);
  const [offset, setOffset] = useState(0);
  useLayoutEffect(() => {
    if (body.current) setOffset(body.current.getBoundingClientRect().top + window.scrollY);
  }, []);
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => rowHeights['44'],
    overscan: 12,
    scrollMargin: offset,
  });
  const shown = virtual.getVirtualItems();
  const before = (shown[0]?.start ?? offset) - offset;
  const after = virtual.getTotalSize() - ((shown.at(-1)?.end ?? offset) - offset);
  const span = visibleCount(columns, table) + (selection ? 1 : 0);
  return (
    <tbody ref={body}>
      <Gap height={before} span={span} />
      {shown.map((item) => {
        const row = rows[item.index];
        return row ? <Line key={row.id} {...props} row={row} /> : null;
      })}
      <Gap height={after} span={span} />
    </tbody>
  );
}

const visibleCount = <R extends object>(columns: readonly Column<R>[], table: ReactTable<Features, R>) =>
  columns.length - Object.values(table.state.columnVisibility).filter((shown) => !shown).length;

const Gap = ({ height, span }: { height: number; span: number }) =>
  height > 0 ? (
    <tr aria-hidden style={{ height }}>
      <td colSpan={span} />
    </tr>
  ) : null;
