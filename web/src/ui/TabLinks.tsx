import type { ReactNode } from 'react';
import classes from './TabLinks.module.css';

/** Saved views or parts of a page as links: `<TabLinks><Link .../></TabLinks>`; the current one has `aria-current`. */
export function TabLinks({ label, children, act }: { label: string; children: ReactNode; act?: ReactNode }) {
  return (
    <div className={classes['bar']} data-print="no">
      <nav aria-label={label} className={classes['tabs']}>
        {children}
      </nav>
      {act && <div className={classes['act']}>{act}</div>}
    </div>
  );
}

/** The figure beside a tab's word. */
export function TabCount({ children }: { children: ReactNode }) {
  return <span className={classes['count']}>{children}</span>;
}
