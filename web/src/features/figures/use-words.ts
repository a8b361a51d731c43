import type { Figure } from '@simpul/contract/figures/figure';
import { codesOf, labelOf } from '@simpul/contract/standards/code-lists';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../ui/FormatProvider.tsx';

type Named = Pick<
  Figure,
  'measure' | 'unit' | 'kind' | 'year' | 'periodFrom' | 'periodTo' | 'partial' | 'dimensions'
>;

/** Codes of figures as a person reads them. */
export function useWords() {
  const { t, i18n } = useTranslation('figures');
  const { number, date } = useFormat();
  const language = i18n.language === 'en' ? 'en' : 'id';
  const known = (key: string, text: string) => (i18n.exists(`figures:${key}`) ? t(key) : text);

  const listed = <L extends 'sex' | 'exploitation_type'>(list: L, code: string) => {
    const found = codesOf(list).find((c) => c === code);
    return found === undefined ? code : labelOf(list, found, language);
  };
  const code = (dimension: string, value: string): string => {
    if (value === 'unknown') return t('unknown');
    if (dimension === 'sex') return listed('sex', value);
    if (dimension === 'form') return listed('exploitation_type', value);
    // A key that ends in _other would be read as a plural.
    return known(`code.${dimension}.${value.replace(/_other$/, '-other')}`, value);
  };
  const period = (f: Pick<Named, 'year' | 'partial' | 'periodFrom' | 'periodTo'>): string => {
    if (f.year !== null && !f.partial) return String(f.year);
    if (f.year !== null && f.periodFrom.endsWith('-01-01'))
      return t('until', { year: f.year, day: date(f.periodTo, 'noYear') });
    const [first, last] = [f.periodFrom.slice(0, 4), f.periodTo.slice(0, 4)];
    const whole = f.periodFrom.endsWith('-01-01') && f.periodTo.endsWith('-12-31');
    return whole ? `${first}–${last}` : `${date(f.periodFrom)} – ${date(f.periodTo)}`;
  };
  const value = (f: Pick<Figure, 'value' | 'unit'>): string =>
    f.unit === 'percent' ? `${number(f.value, Number.isInteger(f.value) ? 0 : 1)}%` : number(f.value);
  const breakdown = (f: Pick<Named, 'dimensions'>): string =>
    Object.entries(f.dimensions)
      .map(([dimension, c]) => `${known(`dimension.${dimension}`, dimension)}: ${code(dimension, c ?? '')}`)
      .join(', ');
  return {
    code,
    period,
    value,
    breakdown,
    measure: (measure: string) => t(`measure.${measure}`),
    unit: (unit: string) => t(`unit.${unit}`),
    rule: (rule: string) => known(`rule.${rule}`, rule),
    basis: (basis: string | null) => (basis === null ? t('notSaid') : known(`basis.${basis}`, basis)),
    status: (status: string | null) =>
      status === null ? t('notSaid') : known(`statusSet.${status}`, status),
    source: (source: string) => known(`source.${source}`, source),
    signed: (n: number) => (n > 0 ? `+${number(n)}` : n < 0 ? `−${number(-n)}` : '0'),
    /** "Korban TPPO, angka sepakat 2022". */
    title: (f: Named) => {
      const parts = breakdown(f);
      return `${t(`title.${f.kind}`, { measure: t(`measure.${f.measure}`), period: period(f) })}${parts === '' ? '' : ` (${parts})`}`;
    },
  };
}
