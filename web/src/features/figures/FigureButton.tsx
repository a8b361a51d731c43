import { useTranslation } from 'react-i18next';
import { useSearchState } from '../../ui/use-search-state.ts';
import classes from './Figures.module.css';
import type { FigureLine } from './queries.ts';
import { useWords } from './use-words.ts';

/** A number that opens what is known about it. The chosen one stands in the address, so that Back closes it. */
export function FigureButton({ figure }: { figure: FigureLine }) {
  const { t } = useTranslation('figures');
  const { set } = useSearchState();
  const words = useWords();
  return (
    <button
      type="button"
      className={classes['figure']}
      data-kind={figure.kind}
      aria-label={t('open', { value: words.value(figure), title: words.title(figure) })}
      onClick={() => set({ angka: figure.id }, true)}
    >
      {words.value(figure)}
    </button>
  );
}
