import type { Deadline } from '@simpul/contract/duties/deadline';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../ui/FormatProvider.tsx';
import { leftWords, numberWords, type NumberOfLaw, type Words } from './present.ts';

/** The words of duties in the reader's language. */
export function useWords() {
  const { t } = useTranslation('duties');
  const { t: role } = useTranslation('roles');
  const { date, numberWord } = useFormat();
  const say = ({ key, values }: Words): string => t(key, values ?? {});
  const upper = (words: string) => words.charAt(0).toLocaleUpperCase() + words.slice(1);
  return {
    title: (kind: string) => t(`kind.${kind}.title`),
    left: (d: Pick<Deadline, 'remaining' | 'unit'>) => say(leftWords(d)),
    number: (p: NumberOfLaw) => {
      const words = numberWords(p);
      const said = words.days ? words.days.map((day) => date(day, 'noYear')).join(' – ') : say(words);
      return p.direction === 'before' && p.value !== null && p.unit !== 'days_per_week'
        ? t('unit.before', { term: said })
        : said;
    },
    holder: (h: Deadline['holder']) =>
      h.role === null ? t(h.userId === null ? 'holder.agency' : 'holder.user') : role(h.role),
    /** A count at the beginning of a title: "Tiga tugas". */
    count: (n: number) => upper(numberWord(n)),
    /** A long day: "Rabu, 2 Desember", with its year when that is not the year of `today`. */
    day: (value: string, today: string) =>
      value.slice(0, 4) === today.slice(0, 4)
        ? date(value, 'long').replace(/ \d{4}$/, '')
        : date(value, 'long'),
    upper,
  };
}
