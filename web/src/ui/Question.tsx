import { useId, type ReactNode } from 'react';
import classes from './Question.module.css';

interface QuestionProps {
  /** What a leader asks. */
  question: string;
  /** The answer in one line. */
  finding: ReactNode;
  /** The one figure, and what it counts. */
  figure?: { value: ReactNode; unit: ReactNode } | undefined;
  drawing?: ReactNode;
  /** The numbers behind it, as a small table or list. */
  children?: ReactNode;
  source?: ReactNode;
  /** Where the whole answer stands. */
  link?: ReactNode;
}

/** One question of a leader, answered with one figure and the way to what it stands on. */
export function Question({ question, finding, figure, drawing, children, source, link }: QuestionProps) {
  const id = useId();
  return (
    <section className={classes['card']} aria-labelledby={id}>
      <h2 id={id}>
        <span className={classes['question']}>{question}</span> {finding}
      </h2>
      {(figure || drawing) && (
        <div className={classes['top']}>
          {figure && (
            <p className={classes['figure']}>
              <strong>{figure.value}</strong>
              <span>{figure.unit}</span>
            </p>
          )}
          {drawing && <div className={classes['drawing']}>{drawing}</div>}
        </div>
      )}
      {children}
      {(source || link) && (
        <p className={classes['foot']}>
          <span>{source}</span>
          {link}
        </p>
      )}
    </section>
  );
}

/** Two questions a line where there is room. */
export function Questions({ children }: { children: ReactNode }) {
  return <div className={classes['grid']}>{children}</div>;
}

export interface SmallColumn {
  header: string;
  numeric?: boolean;
  nowrap?: boolean;
}

/** A few lines under a question: no order, no pages; the first cell names the line. */
export function SmallTable({
  caption,
  columns,
  rows,
}: {
  caption: string;
  columns: readonly SmallColumn[];
  rows: readonly { key: string; cells: readonly ReactNode[] }[];
}) {
  return (
    <table className={classes['table']}>
      <caption>{caption}</caption>
      <thead>
        <tr>
          {columns.map((c) => (
            <th key={c.header} scope="col" data-numeric={c.numeric || undefined}>
              {c.header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            {row.cells.map((cell, i) =>
              i === 0 ? (
                <th key={columns[i]?.header} scope="row">
                  {cell}
                </th>
              ) : (
                <td
                  key={columns[i]?.header}
                  data-numeric={columns[i]?.numeric || undefined}
                  data-nowrap={columns[i]?.nowrap || undefined}
                >
                  {cell}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
