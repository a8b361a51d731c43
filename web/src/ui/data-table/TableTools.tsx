import { Button } from '@mantine/core';
import { Columns3, Download, Printer } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Choice } from '../Choice.tsx';
import { Disclosure } from '../Disclosure.tsx';
import { useFormat } from '../FormatProvider.tsx';
import type { Column } from './columns.ts';
import { useTableAddress, type Density } from './use-table-address.ts';
import classes from './DataTable.module.css';

const densities: readonly Density[] = ['36', '44', '52'];

/** Columns and row height. Both stay in the address, so that a saved link brings them back. */
export function ViewMenu<R>({ columns }: { columns: readonly Column<R>[] }) {
  const { t } = useTranslation('ui');
  const { hidden, density, toggleColumn, setDensity } = useTableAddress();
  return (
    <Disclosure
      className={classes['tool']}
      label={
        <>
          <Columns3 size={18} aria-hidden />
          {t('table.view')}
        </>
      }
    >
      {() => (
        <>
          <fieldset>
            <legend className={classes['legend']}>{t('table.density')}</legend>
            {densities.map((d) => (
              <Choice
                key={d}
                small
                type="radio"
                name="density"
                value={d}
                checked={density === d}
                onChange={() => setDensity(d)}
              >
                {t(`table.density${d}`)}
              </Choice>
            ))}
          </fieldset>
          {columns.some((c) => c.hideable) && (
            <fieldset>
              <legend className={classes['legend']}>{t('table.columns')}</legend>
              {columns
                .filter((c) => c.hideable)
                .map((c) => (
                  <Choice
                    key={c.id}
                    small
                    type="checkbox"
                    name="column"
                    value={c.id}
                    checked={!hidden.includes(c.id)}
                    onChange={(on) => toggleColumn(c.id, on)}
                  >
                    {c.header}
                  </Choice>
                ))}
            </fieldset>
          )}
        </>
      )}
    </Disclosure>
  );
}

export function PrintButton() {
  const { t } = useTranslation('ui');
  return (
    <Button onClick={() => window.print()} leftSection={<Printer size={18} aria-hidden />}>
      {t('table.print')}
    </Button>
  );
}

/** The server makes the file under the same filters and writes the audit line. */
export function ExportButton({
  onExport,
  busy = false,
  label,
}: {
  onExport: () => void;
  busy?: boolean;
  label?: string;
}) {
  const { t } = useTranslation('ui');
  return (
    <Button onClick={onExport} loading={busy} leftSection={<Download size={18} aria-hidden />}>
      {label ?? t('table.export')}
    </Button>
  );
}

interface TableHeadProps {
  /** Scope and count in words: "38 kasus terbuka, risiko tinggi atau sedang". */
  title: ReactNode;
  chips?: ReactNode;
  tools?: ReactNode;
}
export function TableHead({ title, chips, tools }: TableHeadProps) {
  return (
    <div className={classes['head']}>
      <div>
        <h2>{title}</h2>
        {chips}
      </div>
      {tools && (
        <div className={classes['tools']} data-print="no">
          {tools}
        </div>
      )}
    </div>
  );
}

/** Pages by cursor. Going back is the browser's Back; "Ke awal" starts over. */
export function Pager({
  shown,
  total,
  nextCursor,
}: {
  shown: number;
  total?: number;
  nextCursor?: string | null;
}) {
  const { t } = useTranslation('ui');
  const { count } = useFormat();
  const { cursor, goTo } = useTableAddress();
  return (
    <div className={classes['pager']}>
      <p>
        {total === undefined
          ? t('table.shown', { shown: count(shown) })
          : t('table.shownOf', { shown: count(shown), total: count(total) })}
      </p>
      <div className={classes['tools']} data-print="no">
        {cursor && <Button onClick={() => goTo(undefined)}>{t('table.first')}</Button>}
        {nextCursor && <Button onClick={() => goTo(nextCursor)}>{t('table.next')}</Button>}
      </div>
    </div>
  );
}
