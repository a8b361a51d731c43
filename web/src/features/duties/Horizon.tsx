import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSearchState } from '../../ui/use-search-state.ts';

/** How many days ahead the list looks; a leap year fits. */
export const spanDays = { minggu: 7, bulan: 31, tahun: 366 } as const;
export type Span = keyof typeof spanDays;
export const spans: readonly Span[] = ['minggu', 'bulan', 'tahun'];

const labels = { minggu: 'mine.untilWeek', bulan: 'mine.untilMonth', tahun: 'mine.untilYear' } as const;

/** How far ahead the list looks; stays in the address. */
export function Horizon({ span }: { span: Span }) {
  const { t } = useTranslation('duties');
  const { set } = useSearchState();
  return (
    <NativeSelect
      aria-label={t('mine.horizon')}
      value={span}
      onChange={(e) => set({ sampai: e.currentTarget.value === 'bulan' ? undefined : e.currentTarget.value })}
      data={spans.map((value) => ({ value, label: t(labels[value]) }))}
    />
  );
}
