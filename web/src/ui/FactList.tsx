import type { ReactNode } from 'react';
import classes from './FactList.module.css';

export interface Fact {
  key: string;
  term: ReactNode;
  value: ReactNode;
}

/** Term over value, for narrow places where two columns would break every word. */
export function FactList({ items }: { items: readonly Fact[] }) {
  return (
    <dl className={classes['list']}>
      {items.map((item) => (
        <div key={item.key}>
          <dt>{item.term}</dt>
          <dd>{item.value}</dd>
        </div>
      ))}
    </dl>
  );
}
