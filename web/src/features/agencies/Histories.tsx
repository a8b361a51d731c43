import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Code } from '../../ui/Code.tsx';
import { DataTable } from '../../ui/data-table/DataTable.tsx';
import type { Column } from '../../ui/data-table/columns.ts';
import { useFormat } from '../../ui/FormatProvider.tsx';
import { Section } from '../../ui/Section.tsx';
import classes from './Agencies.module.css';
import { AgencyMark } from './AgencyStatus.tsx';
import type { AgencyDetail } from './queries.ts';

/** "1 Jan 2017 – 31 Des 2024", "sejak 1 Jan 2025", "sampai 31 Des 2016". */
export function useSpan() {
  const { t } = useTranslation('agencies');
  const { date } = useFormat();
  return ({ from, to }: { from: string | null; to: string | null }): string => {
    if (from !== null && to !== null) return t('span.both', { from: date(from), to: date(to) });
    if (from !== null) return t('span.since', { from: date(from) });
    if (to !== null) return t('span.until', { to: date(to) });
    return t('span.unknown');
  };
}

type Name = AgencyDetail['names'][number];

/** Every name it had, the present one first; a link shows the organisation as of that name's days. */
export function NameHistory({ agency }: { agency: AgencyDetail }) {
  const { t } = useTranslation('agencies');
  const span = useSpan();
  const columns: Column<Name>[] = [
    {
      id: 'name',
      header: t('column.name'),
      primary: true,
      cell: (n) => (
        <span className={classes['cell']}>
          <span>{n.name}</span>
          <span className={classes['small']}>
            {[n.shortName, n.kind === 'alias' ? t('names.alias') : ''].filter(Boolean).join(' · ')}
          </span>
        </span>
      ),
    },
    {
      id: 'days',
      header: t('column.days'),
      cell: (n) =>
        n.to === null ? (
          span(n)
        ) : (
          <Link to="/lembaga/$id" params={{ id: agency.id }} search={{ pada: n.to }}>
            {span(n)}
          </Link>
        ),
    },
    { id: 'basis', header: t('column.basis'), cell: (n) => n.basis },
    { id: 'mark', header: t('column.mark'), cell: (n) => <AgencyMark mark={n.mark} /> },
  ];
  return (
    <Section title={t('names.title')}>
      <DataTable
        caption={t('names.title')}
        columns={columns}
        rowId={(n) => `${n.kind} ${n.name} ${n.from ?? ''}`}
        data={{ rows: agency.names }}
      />
    </Section>
  );
}

type AreaLine = AgencyDetail['areaHistory'][number];

export function AreaHistory({ agency }: { agency: AgencyDetail }) {
  const { t } = useTranslation('agencies');
  const span = useSpan();
  const columns: Column<AreaLine>[] = [
    {
      id: 'name',
      header: t('column.area'),
      primary: true,
      cell: (a) => (
        <Link to="/wilayah/$kode" params={{ kode: a.code }}>
          {a.name} <Code>{a.code}</Code>
        </Link>
      ),
    },
    { id: 'days', header: t('column.days'), cell: (a) => span(a) },
    { id: 'basis', header: t('column.basis'), cell: (a) => a.basis },
  ];
  return (
    <Section title={t('areas.title')}>
      <DataTable
        caption={t('areas.title')}
        columns={columns}
        rowId={(a) => `${a.code} ${a.from ?? ''} ${a.to ?? ''}`}
        data={{ rows: agency.areaHistory }}
      />
    </Section>
  );
}
