import { useTranslation } from 'react-i18next';
import { useSearchState } from '../../ui/use-search-state.ts';
import classes from './DayRange.module.css';

/** From one day to another, kept in the address. */
export function DayRange({ from, to }: { from: string | undefined; to: string | undefined }) {
  const { t } = useTranslation('audit');
  const { set } = useSearchState();
  const field = (key: 'dari' | 'sampai', label: string, value: string | undefined) => (
    <label className={classes['field']}>
      {label}
      <input
        type="date"
        value={value ?? ''}
        onChange={(e) => set({ [key]: e.currentTarget.value || undefined })}
      />
    </label>
  );
  return (
    <div className={classes['range']}>
      {field('dari', t('filter.from'), from)}
      {field('sampai', t('filter.to'), to)}
    </div>
  );
}
