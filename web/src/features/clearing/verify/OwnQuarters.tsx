import { Button } from '@mantine/core';
import { useQueries, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../../app/me.ts';
import { DataTable } from '../../../ui/data-table/DataTable.tsx';
import { Num, useFormat } from '../../../ui/FormatProvider.tsx';
import { Section } from '../../../ui/Section.tsx';
import { EmptyState } from '../../../ui/States.tsx';
import { Status } from '../../../ui/Status.tsx';
import { type Period, periodAgenciesQuery, periodsQuery } from '../queries.ts';
import { useWords } from '../use-words.ts';
import { type Counts, nobody, unconfirmedOf } from './counts.ts';

/** Quarters a data contact looks back on at home. */
const shown = 4;

interface Quarter {
  period: Period;
  counts: Counts;
}

/** The own agency's last quarters: what is handed in, what still needs an answer, and the next step. */
export function OwnQuarters() {
  const { t } = useTranslation('clearing-verify');
  const me = useMe();
  const periods = useQuery(periodsQuery);
  const latest = periods.data?.slice(0, shown) ?? [];
  const agencies = useQueries({ queries: latest.map((p) => periodAgenciesQuery(p.code)) });
  const error = periods.error ?? agencies.find((a) => a.error)?.error ?? undefined;
  const loaded = periods.data && agencies.every((a) => a.data);
  const rows = latest.map((period, i): Quarter => ({
    period,
    counts: agencies[i]?.data?.find((a) => a.agency === me.agency?.id) ?? nobody,
  }));
  return (
    <Section title={t('own.title')} note={me.agency?.name}>
      <DataTable
        caption={t('own.title')}
        columns={useColumns()}
        rowId={(q) => q.period.code}
        data={loaded ? { rows } : undefined}
        error={error}
        retry={() => void Promise.all([periods.refetch(), ...agencies.map((a) => a.refetch())])}
        empty={<EmptyState title={t('noPeriod.title')}>{t('noPeriod.text')}</EmptyState>}
      />
    </Section>
  );
}

function useColumns() {
  const { t } = useTranslation('clearing-verify');
  const words = useWords();
  return [
    {
      id: 'quarter',
      header: t('own.quarter'),
      primary: true,
      cell: (q: Quarter) => words.Period(q.period.code),
    },
    { id: 'rows', header: t('own.rows'), numeric: true, cell: (q: Quarter) => <Num value={q.counts.rows} /> },
    { id: 'state', header: t('own.state'), cell: (q: Quarter) => <QuarterState {...q} /> },
    { id: 'next', header: t('own.next'), cell: (q: Quarter) => <NextStep {...q} /> },
  ];
}

function QuarterState({ period, counts }: Quarter) {
  const { t } = useTranslation('clearing-verify');
  const { date, number } = useFormat();
  const waiting = unconfirmedOf(counts);
  if (counts.signedOffAt)
    return <Status kind="ok">{t('own.signed', { when: date(counts.signedOffAt) })}</Status>;
  if (period.state === 'closed') return <Status kind="mut">{t('own.closed')}</Status>;
  if (waiting > 0)
    return <Status kind="wait">{t('own.waiting', { count: waiting, number: number(waiting) })}</Status>;
  if (counts.rows > 0) return <Status kind="wait">{t('own.unsigned')}</Status>;
  return <Status kind="mut">{t('own.empty')}</Status>;
}

/** One step, the next one; the link says which quarter it leads to. */
function NextStep({ period, counts }: Quarter) {
  const { t } = useTranslation('clearing-verify');
  const words = useWords();
  const search = { periode: period.code };
  const of = (act: string) => `${act}: ${words.period(period.code)}`;
  if (counts.signedOffAt || period.state === 'closed')
    return (
      <Link to="/verifikasi" search={search} aria-label={of(t('own.look'))}>
        {t('own.look')}
      </Link>
    );
  if (counts.rows === 0)
    return (
      <Button
        size="sm"
        aria-label={of(t('own.import'))}
        renderRoot={(props) => <Link to="/impor" search={search} {...props} />}
      >
        {t('own.import')}
      </Button>
    );
  const act = unconfirmedOf(counts) > 0 ? t('own.verify') : t('own.sign');
  return (
    <Button
      size="sm"
      aria-label={of(act)}
      renderRoot={(props) => <Link to="/verifikasi" search={search} {...props} />}
    >
      {act}
    </Button>
  );
}
