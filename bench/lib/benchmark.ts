/** What a benchmark answers, and how answers are shown. */
export type Unit = 's' | 'ms' | 'MB' | 'kB' | 'B' | 'count' | '%';

export interface Figure {
  what: string;
  value: number;
  unit: Unit;
  /** Wanted: at most this; `exactly` for counts that must come out so. */
  aim?: { atMost: number } | { exactly: number };
  /** The same work done in the plainest way, measured in the same run: the ratio outlives the machine. */
  peer?: { what: string; value: number };
}
export interface Benchmark {
  name: string;
  /** What is measured and on what, in one sentence. */
  about: string;
  run: (say: (line: string) => void) => Promise<Figure[]>;
}

export const quantile = (values: readonly number[], q: number): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(q * sorted.length) - 1)] ?? Number.NaN;
};
export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** Milliseconds that `work` takes. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

export const meets = ({ value, aim }: Figure): boolean | null =>
  aim === undefined ? null : 'exactly' in aim ? value === aim.exactly : value <= aim.atMost;

const shown = (value: number): string =>
  value >= 100 || Number.isInteger(value)
    ? Math.round(value).toLocaleString('en')
    : value.toFixed(value < 10 ? 2 : 1);

const aimOf = ({ aim, unit }: Figure): string =>
  aim === undefined
    ? ''
    : 'exactly' in aim
      ? `= ${shown(aim.exactly)} ${unit}`
      : `<= ${shown(aim.atMost)} ${unit}`;

/** A table in Markdown: read in a terminal, pasted into docs/benchmarks.md. */
export function table(results: { name: string; figures: Figure[] }[]): string {
  const rows = results.flatMap(({ name, figures }) =>
    figures.map((f) => [
      name,
      f.what,
      `${shown(f.value)} ${f.unit}`,
      aimOf(f),
      { true: 'met', false: 'MISSED', null: '' }[String(meets(f)) as 'true' | 'false' | 'null'],
      f.peer
        ? `${shown(f.peer.value)} ${f.unit}, ratio ${(f.value / f.peer.value).toFixed(2)} (${f.peer.what})`
        : '',
    ]),
  );
  const all = [['benchmark', 'figure', 'measured', 'aim', '', 'peer in the same run'], ...rows];
  const widths = all[0]?.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0))) ?? [];
  const line = (row: string[]) => `| ${row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ')} |`;
  const [head = [], ...body] = all;
  return [line(head), `| ${widths.map((w) => '-'.repeat(w)).join(' | ')} |`, ...body.map(line)].join('\n');
}
