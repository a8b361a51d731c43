import { Tooltip } from '@mantine/core';
import { Snowflake, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../ui/FormatProvider.tsx';
import { useSearchState } from '../../ui/use-search-state.ts';
import type { UsedFigure } from './queries.ts';
import classes from './Reporting.module.css';

/** A figure in the text is a reference: its provenance shows on hover and focus, and in full beside the page. */
export function FigureRef({
  figure,
  frozen,
  children,
}: {
  figure: UsedFigure;
  frozen: boolean;
  children: ReactNode;
}) {
  const { t } = useTranslation('reporting');
  const { date, number } = useFormat();
  const { search, set } = useSearchState();
  const moved = figure.moved;
  const lines = [
    figure.label,
    figure.source,
    figure.asOf === null ? t('figure.asOfUnknown') : t('figure.asOf', { day: date(figure.asOf) }),
    moved && (moved.value === null ? t('figure.gone') : t('figure.moved', { value: number(moved.value) })),
  ].filter((l): l is string => Boolean(l));
  return (
    <Tooltip
      label={lines.join(' · ')}
      multiline
      maw={320}
      events={{ hover: true, focus: true, touch: false }}
    >
      <button
        type="button"
        className={classes['ref']}
        data-moved={moved ? true : undefined}
        aria-pressed={search['angka'] === figure.id}
        aria-label={t('figure.open', { label: figure.label, value: number(figure.value) })}
        onClick={() => set({ angka: figure.id }, true)}
      >
        {moved ? <TriangleAlert size={14} aria-hidden /> : frozen && <Snowflake size={14} aria-hidden />}
        {children}
      </button>
    </Tooltip>
  );
}
