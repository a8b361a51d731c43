import type { ReactNode } from 'react';
import classes from './Layout.module.css';

/** Things side by side that may wrap. */
export function Row({
  children,
  top = false,
  spread = false,
}: {
  children: ReactNode;
  top?: boolean;
  spread?: boolean;
}) {
  return (
    <div className={classes['row']} data-top={top || undefined} data-spread={spread || undefined}>
      {children}
    </div>
  );
}

/** Things under each other. */
export function Stack({ children, gap = 'md' }: { children: ReactNode; gap?: 'xs' | 'sm' | 'md' | 'lg' }) {
  return (
    <div className={classes['stack']} data-gap={gap}>
      {children}
    </div>
  );
}

/**
 * Main column and a side column of 320 px; one column on small screens, the side after the main, or before it where it
 * cannot wait.
 */
export function Columns({
  main,
  side,
  sideFirst = false,
  urgent = false,
}: {
  main: ReactNode;
  side: ReactNode;
  sideFirst?: boolean;
  /** The side is what the person came for: read first, and on top of small screens. */
  urgent?: boolean;
}) {
  const beside = <div className={classes['side']}>{side}</div>;
  return (
    <div
      className={classes['columns']}
      data-side-first={sideFirst || undefined}
      data-urgent={urgent || undefined}
    >
      {urgent && beside}
      <div className={classes['main']}>{main}</div>
      {!urgent && beside}
    </div>
  );
}

/** Text for reading: at most 68 characters a line. */
export function Prose({ children }: { children: ReactNode }) {
  return <div className={classes['prose']}>{children}</div>;
}

/** A filled ground, only for what interrupts or runs. */
export function Panel({
  children,
  tone = 'sunken',
}: {
  children: ReactNode;
  tone?: 'sunken' | 'wait' | 'late' | 'ok' | 'info';
}) {
  return (
    <div className={classes['panel']} data-tone={tone}>
      {children}
    </div>
  );
}
