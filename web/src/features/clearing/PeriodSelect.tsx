import { NativeSelect } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Period } from './queries.ts';
import { useWords } from './use-words.ts';

interface PeriodSelectProps {
  periods: readonly Period[];
  value: string | undefined;
  onChange: (code: string) => void;
  hint?: string;
}

/** Which quarter is meant; a closed one says so. */
export function PeriodSelect({ periods, value, onChange, hint }: PeriodSelectProps) {
  const { t } = useTranslation('clearing');
  const words = useWords();
  const id = useId();
  return (
    <NativeSelect
      id={id}
      label={t('quarter')}
      description={hint}
      value={value ?? ''}
      onChange={(e) => onChange(e.currentTarget.value)}
      data={periods.map((p) => ({
        value: p.code,
        label:
          p.state === 'open' ? words.Period(p.code) : t('quarterClosed', { period: words.Period(p.code) }),
      }))}
    />
  );
}

/** The quarter people work on now: the latest open one, else the latest. */
export const currentPeriod = (periods: readonly Period[]): Period | undefined =>
  periods.find((p) => p.state === 'open') ?? periods[0];
