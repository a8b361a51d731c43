import type { ReactNode } from 'react';
import classes from './SummaryList.module.css';

export interface SummaryItem {
  key: string;
  term: ReactNode;
  value: ReactNode;
  /** "Ubah", "Tampilkan": one small act at the end of the row. */
  act?: ReactNode;
}

export function SummaryList({ items }: { items: readonly SummaryItem[] }) {
  return (
    <dl className={classes['list']}>
      {items.map((item) => (
        <div key={item.key} className={classes['row']}>
          <dt>{item.term}</dt>
          <dd className={classes['value']}>{item.value}</dd>
          {item.act && (
            <dd className={classes['act']} data-print="no">
              {item.act}
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
