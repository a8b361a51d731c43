import classes from './BarChart.module.css';

export interface ChartSeries {
  label: string;
  tone: 'strong' | 'light' | 'other';
  /** All its bars are drawn hollow. */
  hollow?: boolean;
}
export interface ChartPoint {
  key: string;
  label: string;
  /** Not a whole period: drawn hatched; for all series, or each. */
  partial: boolean | readonly boolean[];
  /** Of another kind than the others of its series, such as published beside agreed: drawn hollow. */
  hollow?: boolean | undefined;
  /** One value a series; null where there is none. */
  values: readonly (number | null)[];
}

/** Columns from zero, each with its figure. The table it draws stands beside it, so readers skip the drawing. */
export function BarChart({
  series,
  points,
  label,
  shown,
  compact = false,
}: {
  series: readonly ChartSeries[];
  points: readonly ChartPoint[];
  label: string;
  shown: (value: number) => string;
  /** Lower, beside a figure. */
  compact?: boolean;
}) {
  const most = Math.max(1, ...points.flatMap((p) => p.values.map((v) => v ?? 0)));
  return (
    <figure className={classes['figure']} role="img" aria-label={label} data-compact={compact || undefined}>
      {(series.length > 1 || series.some((s) => s.hollow)) && (
        <ul className={classes['legend']}>
          {series.map((s) => (
            <li key={s.label}>
              <span
                className={classes['mark']}
                data-tone={s.tone}
                data-hollow={s.hollow || undefined}
                aria-hidden
              />
              {s.label}
            </li>
          ))}
        </ul>
      )}
      <div className={classes['points']}>
        {points.map((point) => (
          <div key={point.key} className={classes['point']}>
            {point.values.map((value, i) => (
              <div
                key={series[i]?.label ?? i}
                className={classes['column']}
                data-tone={series[i]?.tone}
                data-hollow={point.hollow || series[i]?.hollow || undefined}
                data-partial={
                  (typeof point.partial === 'boolean' ? point.partial : point.partial[i]) || undefined
                }
              >
                {value !== null && (
                  <>
                    <span className={classes['value']}>{shown(value)}</span>
                    <span
                      className={classes['bar']}
                      style={{ height: `calc((100% - 1.375rem) * ${value / most})` }}
                    />
                  </>
                )}
              </div>
            ))}
          </div>
        ))}
      </div>
      <div className={classes['labels']}>
        {points.map((point) => (
          <span key={point.key}>{point.label}</span>
        ))}
      </div>
    </figure>
  );
}
