import { Button } from '@mantine/core';
import { jobScopes, type Job } from '@simpul/contract/platform/jobs';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, client } from '../../app/api.ts';
import { useCan } from '../../app/me.ts';
import { useCommand } from '../../app/use-command.ts';
import { useProblemText } from '../../app/use-problem-text.ts';
import { Bar } from '../../ui/Bar.tsx';
import { DataTable } from '../../ui/data-table/DataTable.tsx';
import { Pager } from '../../ui/data-table/TableTools.tsx';
import type { Column } from '../../ui/data-table/columns.ts';
import { Ago, useFormat } from '../../ui/FormatProvider.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { EmptyState } from '../../ui/States.tsx';
import { Status, type StatusKind } from '../../ui/Status.tsx';
import { TabLinks } from '../../ui/TabLinks.tsx';
import { showToast } from '../../ui/toasts.ts';

export type JobScope = (typeof jobScopes)[number];
const isRunning = (job: Job) => job.state === 'running' || job.state === 'queued';
const kinds: Record<Job['state'], StatusKind> = {
  queued: 'wait',
  running: 'info',
  done: 'ok',
  failed: 'late',
  cancelled: 'mut',
};

interface JobsProps {
  crumbs: readonly ReactNode[];
  scope: JobScope;
  cursor: string | undefined;
}

/** Long work, found again after its page was left. */
export function Jobs({ crumbs, scope, cursor }: JobsProps) {
  const { t } = useTranslation('jobs');
  const seesAll = useCan('jobs.read');
  const { data, error, refetch, isPlaceholderData } = useQuery({
    ...api.oversight.jobs.queryOptions({ input: { scope, ...(cursor ? { cursor } : {}) } }),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.data?.items.some(isRunning) ? 2000 : false),
  });
  const running = (data?.items ?? []).filter(isRunning).length;
  const columns = useColumns();
  return (
    <>
      <PageHeader
        crumbs={crumbs}
        title={!data ? t('title') : running > 0 ? t('running', { count: running }) : t('none')}
        sub={t('sub')}
      />
      <TabLinks label={t('scopes')}>
        {jobScopes
          .filter((one) => one !== 'all' || seesAll)
          .map((one) => (
            <Link
              key={one}
              to="/pengaturan/pekerjaan"
              search={one === 'mine' ? {} : { lingkup: one }}
              aria-current={scope === one ? 'page' : undefined}
              activeOptions={{ exact: true }}
            >
              {t(`scope.${one}`)}
            </Link>
          ))}
      </TabLinks>
      <DataTable
        caption={t('caption')}
        columns={columns}
        rowId={(job) => job.id}
        data={data && { rows: data.items }}
        error={data ? undefined : error}
        retry={() => void refetch()}
        refreshing={isPlaceholderData}
        empty={<EmptyState title={t('empty')}>{t('emptyText')}</EmptyState>}
      />
      {data && data.items.length > 0 && (
        <Pager shown={data.items.length} total={data.total} nextCursor={data.nextCursor} />
      )}
    </>
  );
}

function useColumns(): readonly Column<Job>[] {
  const { t } = useTranslation('jobs');
  const { t: problem } = useTranslation('problem');
  const { count } = useFormat();
  const problemText = useProblemText();
  const cancel = useCommand(client.oversight.cancelJob, {
    onError: (fault) => showToast({ kind: 'late', text: problemText(fault) }),
  });
  const name = (job: Job) => t(`task.${job.task}`, { defaultValue: job.task });
  return [
    { id: 'tugas', header: t('column.task'), primary: true, cell: name },
    {
      id: 'keadaan',
      header: t('column.state'),
      cell: (job) => (
        <>
          <Status kind={kinds[job.state]}>
            {t(job.cancelRequested && isRunning(job) ? 'state.cancelling' : `state.${job.state}`)}
          </Status>
          {job.errorCode && <div>{problem(job.errorCode, { reference: job.id })}</div>}
        </>
      ),
    },
    {
      id: 'kemajuan',
      header: t('column.progress'),
      cell: (job) =>
        job.total === null ? (
          t('done', { done: count(job.done) })
        ) : (
          <>
            <Bar share={job.total === 0 ? 1 : job.done / job.total} />{' '}
            {t('doneOf', { done: count(job.done), total: count(job.total) })}
          </>
        ),
    },
    {
      id: 'oleh',
      header: t('column.who'),
      cell: (job) => [job.startedByName, job.agencyName].filter(Boolean).join(', '),
    },
    {
      id: 'mulai',
      header: t('column.when'),
      cell: (job) => <Ago instant={job.startedAt ?? job.createdAt} />,
    },
    {
      id: 'tindakan',
      header: t('column.act'),
      cell: (job) =>
        job.abilities.cancel && (
          <Button
            size="sm"
            aria-label={t('cancelNamed', { name: name(job) })}
            disabled={job.cancelRequested}
            onClick={() => cancel.mutate({ id: job.id })}
          >
            {t('cancel')}
          </Button>
        ),
    },
  ];
}
