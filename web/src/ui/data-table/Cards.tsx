import type { ReactTable } from '@tanstack/react-table';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Features } from './columns.ts';
import type { DataTableProps } from './DataTable.tsx';
import classes from './DataTable.module.css';

/** On a card an empty line only takes room; in the table its place keeps the columns apart. */
const isEmpty = (value: ReactNode) =>
  value === null || value === undefined || value === false || value === '';

/** A row as a card: the primary column is its heading, the rest a list of term and value. */
export function Cards<R extends object>(props: DataTableProps<R> & { table: ReactTable<Features, R> }) {
  const { table, columns, caption, selection } = props;
  const { t } = useTranslation('ui');
  const hidden = table.state.columnVisibility;
  const shown = columns.filter((c) => hidden[c.id] !== false && !c.cardless);
  const primary = shown.find((c) => c.primary) ?? shown[0];
  const rest = shown.filter((c) => c !== primary);
  return (
    <ul className={classes['cards']} aria-label={caption}>
      {table.getRowModel().rows.map((row) => (
        <li key={row.id} data-selected={row.getIsSelected() || undefined}>
          <div className={classes['cardHead']}>
            <h3>{primary?.cell(row.original)}</h3>
            {selection && (
              <input
                type="checkbox"
                aria-label={t('table.selectRow', { name: selection.nameOf(row.original) })}
                checked={row.getIsSelected()}
                onChange={row.getToggleSelectedHandler()}
              />
            )}
          </div>
          <dl>
            {rest
              .map((column) => ({ column, value: column.cell(row.original) }))
              .filter(({ value }) => !isEmpty(value))
              .map(({ column, value }) => (
                <div key={column.id}>
                  <dt>{column.header}</dt>
                  <dd>{value}</dd>
                </div>
              ))}
          </dl>
        </li>
      ))}
    </ul>
  );
}
