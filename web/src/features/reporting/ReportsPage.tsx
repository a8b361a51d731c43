import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../app/me.ts';
import { DataTable } from '../../ui/data-table/DataTable.tsx';
import { Pager } from '../../ui/data-table/TableTools.tsx';
import type { Column } from '../../ui/data-table/columns.ts';
import { DateText } from '../../ui/FormatProvider.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { Section } from '../../ui/Section.tsx';
import { EmptyState } from '../../ui/States.tsx';
import { Status } from '../../ui/Status.tsx';
import { CreateReport } from './CreateReport.tsx';
import { type ReportLine, reportsQuery } from './queries.ts';
import { Records } from './Records.tsx';
import { ReportState } from './ReportState.tsx';

/** Reports by year, and the official records of the clearing they rest on. */
export function ReportsPage({ cursor, today }: { cursor: string | undefined; today: string }) {
  const { t } = useTranslation('reporting');
  const query = useQuery(reportsQuery(cursor));
  const { data, error, refetch } = query;
  const open = data?.items.find((r) => r.state === 'draft' || r.state === 'frozen');
  const mayDraft = useCan('reporting.draft');
  const mayRecords = useCan('figures.read');
  return (
    <>
      <PageHeader
        title={
          open
            ? t('list.found', { year: open.year, state: t(`state.${open.state}`).toLowerCase() })
            : t('list.title')
        }
        sub={t('list.sub')}
        acts={mayDraft && <Link to="/laporan/kop">{t('settings.title')}</Link>}
        primary={data?.can.create && <CreateReport suggested={data.suggested} today={today} />}
      />
      <Section title={t('list.reports')}>
        <DataTable
          caption={t('list.reports')}
          columns={useColumns()}
          rowId={(r) => r.id}
          data={data && { rows: data.items, total: data.total, nextCursor: data.nextCursor }}
          error={error}
          retry={() => void refetch()}
          refreshing={query.isPlaceholderData}
          empty={<EmptyState title={t('list.empty')}>{t('list.emptyText')}</EmptyState>}
        />
        {data && (data.nextCursor || cursor) && (
          <Pager shown={data.items.length} total={data.total} nextCursor={data.nextCursor} />
        )}
      </Section>
      {mayRecords && <Records />}
    </>
  );
}

function useColumns(): Column<ReportLine>[] {
  const { t } = useTranslation('reporting');
  return [
    {
      id: 'report',
      header: t('column.report'),
      primary: true,
      cell: (r) => (
        <Link to="/laporan/$id" params={{ id: r.id }}>
          {r.edition > 1
            ? t('list.edition', { year: r.year, number: r.edition - 1 })
            : t('list.year', { year: r.year })}
        </Link>
      ),
    },
    { id: 'state', header: t('column.state'), cell: (r) => <ReportState state={r.state} /> },
    {
      id: 'agreed',
      header: t('column.agreed'),
      cell: (r) =>
        r.agreed ? (
          <Status kind="ok">{t('list.agreed')}</Status>
        ) : (
          <Status kind="wait">{t('list.notAgreed')}</Status>
        ),
    },
    { id: 'number', header: t('column.number'), cell: (r) => r.number ?? '–' },
    { id: 'due', header: t('column.due'), cell: (r) => (r.dueOn ? <DateText value={r.dueOn} /> : '–') },
    {
      id: 'signed',
      header: t('column.signed'),
      cell: (r) => (r.signedAt ? <DateText value={r.signedAt} /> : '–'),
    },
    {
      id: 'submitted',
      header: t('column.submitted'),
      cell: (r) => (r.submittedOn ? <DateText value={r.submittedOn} /> : '–'),
    },
  ];
}
