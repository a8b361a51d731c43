import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { client } from '../../app/api.ts';
import { useCommand } from '../../app/use-command.ts';
import { DataTable } from '../../ui/data-table/DataTable.tsx';
import type { Column } from '../../ui/data-table/columns.ts';
import { DateText } from '../../ui/FormatProvider.tsx';
import { Row } from '../../ui/Layout.tsx';
import { Section } from '../../ui/Section.tsx';
import { EmptyState } from '../../ui/States.tsx';
import { showToast } from '../../ui/toasts.ts';
import { DownloadPaper } from './DownloadPaper.tsx';
import { type RecordLine, recordsQuery } from './queries.ts';
import { useReportProblem } from './use-report-problem.ts';

/** Official records: one for each agreed round, made once. */
export function Records() {
  const { t } = useTranslation('reporting');
  const problemText = useReportProblem();
  const { data, error, refetch } = useQuery(recordsQuery);
  const make = useCommand(client.reporting.makeRecord, {
    onSuccess: () => showToast({ kind: 'ok', text: t('record.done') }),
    onError: (e) => showToast({ kind: 'late', text: problemText(e) }),
  });
  const columns: Column<RecordLine>[] = [
    {
      id: 'round',
      header: t('column.round'),
      primary: true,
      cell: (r) => t('record.round', { year: r.year, number: r.roundNumber }),
    },
    { id: 'number', header: t('column.number'), cell: (r) => r.number ?? t('record.none') },
    { id: 'made', header: t('column.made'), cell: (r) => (r.madeAt ? <DateText value={r.madeAt} /> : '–') },
    {
      id: 'act',
      header: t('column.paper'),
      cell: (r) =>
        r.id !== null ? (
          <Row>
            <DownloadPaper
              small
              path={`/reporting/records/${r.id}`}
              what={t('record.name', { year: r.year })}
            />
          </Row>
        ) : (
          data?.can.make && (
            <Button
              size="sm"
              loading={make.isPending && make.variables?.year === r.year}
              onClick={() => make.mutate({ year: r.year })}
            >
              {t('record.make')}
            </Button>
          )
        ),
    },
  ];
  return (
    <Section title={t('record.title')} note={t('record.note')}>
      <DataTable
        caption={t('record.title')}
        columns={columns}
        rowId={(r) => r.round}
        data={data && { rows: data.items }}
        error={error}
        retry={() => void refetch()}
        empty={<EmptyState title={t('record.empty')}>{t('record.emptyText')}</EmptyState>}
      />
    </Section>
  );
}
