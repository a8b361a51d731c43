import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../ui/FormatProvider.tsx';
import { useAreaNames } from '../area-names.ts';
import type { Pair } from '../queries.ts';
import { useWords } from '../use-words.ts';
import { readShape, type Said } from './pair-words.ts';

export type Compared = Omit<Pair['pattern'][number], 'agreement'> & { agreement: Said };

/** Values and shapes of a pair in the reader's language. */
export function usePairWords(pattern: readonly Compared[]) {
  const { t } = useTranslation('clearing-round');
  const { partialDate } = useFormat();
  const words = useWords();
  const places = pattern.filter((p) => p.field === 'origin' || p.field === 'place');
  const areas = useAreaNames(places.flatMap((p) => [p.a, p.b]));
  const shape = (field: Compared['field'], value: string): string => {
    const read = readShape(value);
    if (read?.kind === 'words')
      return t('shape.words', {
        words: t('shape.wordCount', { count: read.words }),
        letters: t('shape.letterCount', { count: read.letters }),
      });
    if (read?.kind === 'signs')
      return t(field === 'nik' ? 'shape.digits' : 'shape.signs', { count: read.signs });
    return read ? t(`shape.date.${read.precision}`) : t('shape.hidden');
  };
  const plain = (p: Compared, value: string): string => {
    if (p.field === 'sex') return words.code('sex', value);
    if (p.field === 'form') return words.code('exploitation_type', value);
    if (p.field === 'origin') return areas.full(value);
    if (p.field === 'place') return areas.name(value);
    if (p.field === 'reportDate') return partialDate(value);
    return value;
  };
  return {
    value: (p: Compared, value: string) => (p.masked ? shape(p.field, value) : plain(p, value)),
    /** What was opened: dates as dates, numbers as they are. */
    opened: (field: Compared['field'], value: string | null) =>
      value === null ? t('pair.none') : field === 'birthDate' ? partialDate(value) : value,
    field: (p: Pick<Compared, 'field'>) => t(`field.${p.field}`),
    agreement: (p: Compared) =>
      p.agreement === 'close' && (p.field === 'reportDate' || p.field === 'age')
        ? t('agreement.near')
        : t(`agreement.${p.agreement}`),
  };
}
