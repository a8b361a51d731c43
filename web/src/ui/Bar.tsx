import type { ReactNode } from 'react';
import classes from './Bar.module.css';

export type BarTone = 'for' | 'against' | 'other' | 'rest' | 'strong';

/** One value as a length. It only repeats the figure that stands beside it, so readers skip it. */
export function Bar({ share, tone = 'for' }: { share: number; tone?: BarTone }) {
  const width = Math.max(0, Math.min(1, Number.isFinite(share) ? share : 0)) * 100;
  return (
    <span className={classes['track']} aria-hidden>
      <span className={classes['fill']} data-tone={tone} style={{ width: `${width}%` }} />
    </span>
  );
}

export interface BarPart {
  key: string;
  label: ReactNode;
  value: number;
  tone: BarTone;
}

/** Parts of a whole: the bar and, as its twin, the same in words and figures. */
export function SplitBar({ parts, label }: { parts: readonly BarPart[]; label: string }) {
  const total = parts.reduce((sum, part) => sum + part.value, 0);
  return (
    <figure className={classes['split']} aria-label={label}>
      <div className={classes['whole']} aria-hidden>
        {parts
          .filter((part) => part.value > 0)
          .map((part) => (
            <span key={part.key} data-tone={part.tone} style={{ width: `${(part.value / total) * 100}%` }} />
          ))}
      </div>
      <ul className={classes['legend']}>
        {parts.map((part) => (
          <li key={part.key}>
            <span className={classes['mark']} data-tone={part.tone} aria-hidden />
            {part.label}
          </li>
        ))}
      </ul>
    </figure>
  );
}

export interface BarRow {
  key: string;
  label: ReactNode;
  value: number;
  text: string;
  tone?: BarTone;
}

/** A small distribution: a real table whose middle column draws what the last one says. */
export function BarTable({
  rows,
  caption,
  headings,
}: {
  rows: readonly BarRow[];
  caption: string;
  headings: readonly [string, string];
}) {
  const most = Math.max(1, ...rows.map((row) => row.value));
  return (
    <table className={classes['table']}>
      <caption className="visually-hidden">{caption}</caption>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">{headings[0]}</th>
          <th scope="col" colSpan={2}>
            {headings[1]}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <th scope="row">{row.label}</th>
            <td className={classes['drawn']} aria-hidden>
              <span className={classes['length']}>
                <span
                  className={classes['fill']}
                  data-tone={row.tone ?? 'for'}
                  style={{ width: `${(row.value / most) * 100}%` }}
                />
              </span>
            </td>
            <td className={classes['figure']}>{row.text}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
