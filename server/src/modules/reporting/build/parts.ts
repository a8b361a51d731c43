import type { Figure } from '@simpul/contract/figures/figure';
import type { SeriesYear } from '@simpul/contract/figures/series';
import type { Part, UsedFigure } from '@simpul/contract/reporting/content';
import { number, shortDay } from '../../../platform/documents/words-id.ts';
import { ruleWords, sourceWords, statusWords, yearBasisWords } from '../../figures/index.ts';

export const t = (text: string): Part => ({ text });

/** How many years a figure and a comparison look back. */
export const lookBack = 5;

export const yearsUpTo = (years: readonly SeriesYear[], year: number): SeriesYear[] =>
  years.filter((y) => y.year <= year && y.year > year - lookBack);

const measureWords: Partial<Record<Figure['measure'], string>> = {
  cases: 'Kasus TPPO',
  victims: 'Korban TPPO',
  violence_victims: 'Korban kekerasan terhadap perempuan dan anak',
  violence_cases: 'Kasus kekerasan terhadap perempuan dan anak',
};
const unitWords: Partial<Record<Figure['unit'], string>> = { case: 'kasus', victim: 'korban' };

const labelOf = (f: Figure): string => {
  const what = measureWords[f.measure] ?? f.measure;
  const when = f.partial
    ? `${shortDay(f.periodFrom)}–${shortDay(f.periodTo)}`
    : String(f.year ?? f.periodTo.slice(0, 4));
  return f.kind === 'agreed' ? `${what}, angka sepakat ${when}` : `${what}, terpublikasi ${when}`;
};

const toUsed = (f: Figure): UsedFigure => ({
  id: f.id,
  kind: f.kind,
  measure: f.measure,
  unit: f.unit,
  areaName: f.areaName,
  year: f.year,
  periodFrom: f.periodFrom,
  periodTo: f.periodTo,
  partial: f.partial,
  asOf: f.asOf,
  value: f.value,
  sourceTitle: f.sourceTitle,
  sourceDay: f.sourceDay,
  sourceUrl: f.sourceUrl,
  note: f.note,
  round: f.round,
  label: labelOf(f),
  source: sourceWords(f),
  countingRule: ruleWords(f),
  yearBasis: yearBasisWords(f),
  statusSet: statusWords(f),
});

/** Cites figures and remembers them: what is printed anywhere is frozen with its provenance. */
export interface Citations {
  /** `23 korban`. */
  cite: (f: Figure) => Part;
  /** `23`. */
  bare: (f: Figure) => Part;
  used: () => UsedFigure[];
}

export function citations(): Citations {
  const known = new Map<string, UsedFigure>();
  const keep = (f: Figure, text: string): Part => {
    if (!known.has(f.id)) known.set(f.id, toUsed(f));
    return { text, figure: f.id };
  };
  return {
    cite: (f) => keep(f, `${number(f.value)} ${unitWords[f.unit] ?? ''}`.trim()),
    bare: (f) => keep(f, number(f.value)),
    used: () => [...known.values()],
  };
}
