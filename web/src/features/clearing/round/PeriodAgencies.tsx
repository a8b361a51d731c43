import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../../ui/data-table/DataTable.tsx';
import type { Column } from '../../../ui/data-table/columns.ts';
import { Num, useFormat } from '../../../ui/FormatProvider.tsx';
import { Section } from '../../../ui/Section.tsx';
import { EmptyState } from '../../../ui/States.tsx';
import { useSearchState } from '../../../ui/use-search-state.ts';
import classes from '../Clearing.module.css';
import { currentPeriod, PeriodSelect } from '../PeriodSelect.tsx';
import { type Period, type PeriodAgency, periodAgenciesQuery, periodsQuery } from '../queries.ts';
import { useWords } from '../use-words.ts';
import { CloseOrReopen, OpenQuarter } from './SteerQuarter.tsx';
import { SignOffState } from './SignOffState.tsx';

/** What arrived for a quarter, by agency: who signed off, who is late. */
export function PeriodAgencies({ period }: { period: string | undefined }) {
  const { t } = useTranslation('clearing-round');
  const periods = useQuery(periodsQuery);
  const chosen = periods.data?.find((p) => p.code === period) ?? currentPeriod(periods.data ?? []);
  const { set } = useSearchState();
  if (!periods.data) return null;
  if (!chosen)
    return (
      <div className={classes['below']}>
        <Section title={t('ready.title')}>
          <EmptyState title={t('quarter.none')} act={<OpenQuarter periods={[]} filled />}>
            {t('quarter.noneText')}
          </EmptyState>
        </Section>
      </div>
    );
  return (
    <div className={classes['below']}>
      <Section title={t('ready.title')}>
        <div className={classes['quarter']}>
          <PeriodSelect
            periods={periods.data}
            value={chosen.code}
            onChange={(code) => set({ periode: code }, true)}
          />
          <CloseOrReopen key={chosen.code} period={chosen} />
          <OpenQuarter periods={periods.data} />
        </div>
        <Agencies period={chosen} />
        <p className={classes['note']}>{t('ready.note')}</p>
      </Section>
    </div>
  );
}

function Agencies({ period }: { period: Period }) {
  const { t } = useTranslation('clearing-round');
  const { number } = useFormat();
  const words = useWords();
  const { data, error, refetch } = useQuery(periodAgenciesQuery(period.code));
  const signed = data?.filter((a) => a.signedOffAt).length ?? 0;
  return (
    <>
      {data && data.length > 0 && (
        <p className={classes['finding']}>
          {t('ready.found', {
            count: data.length,
            signed: number(signed),
            all: number(data.length),
            period: words.period(period.code),
          })}
        </p>
      )}
      <DataTable
        caption={t('ready.title')}
        columns={useColumns(period)}
        rowId={(a) => a.agency}
        data={data && { rows: data }}
        error={error}
        retry={() => void refetch()}
        empty={<EmptyState title={t('ready.empty')}>{t('ready.emptyText')}</EmptyState>}
      />
    </>
  );
}

function useColumns(period: Period): Column<PeriodAgency>[] {
  const { t } = useTranslation('clearing-round');
  const figure = (id: 'imports' | 'rows' | 'waiting' | 'confirmed' | 'excluded'): Column<PeriodAgency> => ({
    id,
    header: t(`column.${id}`),
    numeric: true,
    cell: (a) => <Num value={a[id]} />,
  });
  return [
    { id: 'agency', header: t('column.agency'), primary: true, cell: (a) => a.agencyName },
    figure('imports'),
    figure('rows'),
    figure('waiting'),
    figure('confirmed'),
    figure('excluded'),
    {
      id: 'signed',
      header: t('column.signed'),
      cell: (a) => <SignOffState of={a} period={period} />,
    },
  ];
}
