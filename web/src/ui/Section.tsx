import { useId, type ReactNode } from 'react';
import classes from './Section.module.css';

interface SectionProps {
  title: ReactNode;
  /** A quiet count or scope beside the title. */
  note?: ReactNode;
  /** A link or small button at the end of the line. */
  act?: ReactNode;
  /** Column words on the rule, as in a table. */
  level?: 2 | 3;
  rule?: boolean;
  children: ReactNode;
}

export function Section({ title, note, act, level = 2, rule = true, children }: SectionProps) {
  const id = useId();
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section className={classes['section']} aria-labelledby={id}>
      <div className={classes['head']} data-rule={rule || undefined}>
        <Heading id={id} className={classes['title']}>
          {title}
        </Heading>
        {note && <span className={classes['note']}>{note}</span>}
        {act && <span className={classes['act']}>{act}</span>}
      </div>
      {children}
    </section>
  );
}
