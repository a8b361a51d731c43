import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../app/me.ts';
import { DataTable } from '../../ui/data-table/DataTable.tsx';
import { Pager, TableHead } from '../../ui/data-table/TableTools.tsx';
import type { Column } from '../../ui/data-table/columns.ts';
import { FilterChips, type FilterGroup, FilterPanel } from '../../ui/Filters.tsx';
import { useFormat } from '../../ui/FormatProvider.tsx';
import { Columns } from '../../ui/Layout.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { EmptyState } from '../../ui/States.tsx';
import { DeadlineDialog } from './DeadlineDialog.tsx';
import { DeadlineStatus } from './DeadlineStatus.tsx';
import classes from './Duties.module.css';
import { DutyTabs } from './DutyTabs.tsx';
import { type Deadline, deadlinesQuery } from './queries.ts';
import { SetDeadlineDialog } from './SetDeadlineDialog.tsx';
import { SubjectLabel } from '../../ui/SubjectLabel.tsx';
import { useWords } from './use-words.ts';

const statuses = ['paused', 'done', 'not_followed'] as const;

export interface AllDeadlinesProps {
  status: (typeof statuses)[number] | undefined;
  late: boolean;
  day: string | undefined;
  cursor: string | undefined;
}

/** All deadlines one may see, by due time, under the filters of the address. */
export function AllDeadlines({ status, late, day, cursor }: AllDeadlinesProps) {
  const { t } = useTranslation('duties');
  const { count, date } = useFormat();
  const mayManage = useCan('duties.manage');
  const [open, setOpen] = useState<Deadline>();
  const [setting, setSetting] = useState(false);
  const query = useQuery(
    deadlinesQuery({
      status: status ?? 'running',
      late: late ? 'true' : undefined,
      from: day,
      to: day,
      cursor,
      limit: 50,
    }),
  );
  const { data, error, refetch } = query;
  const groups: FilterGroup[] = [
    {
      key: 'keadaan',
      label: t('filter.status'),
      kind: 'one',
      anyLabel: t('filter.running'),
      options: statuses.map((value) => ({ value, label: t(`status.${value}`) })),
    },
    {
      key: 'lewat',
      label: t('filter.time'),
      kind: 'one',
      anyLabel: t('filter.any'),
      options: [{ value: 'ya', label: t('filter.lateOnly') }],
    },
    ...(day
      ? [
          {
            key: 'hari',
            label: t('column.due'),
            kind: 'one' as const,
            anyLabel: t('filter.any'),
            options: [{ value: day, label: date(day) }],
          },
        ]
      : []),
  ];
  const total = data?.total ?? 0;
  const columns = useColumns(setOpen);
  return (
    <>
      <PageHeader
        title={t('all.title')}
        sub={t('all.sub')}
        primary={
          mayManage && (
            <Button
              variant="filled"
              leftSection={<Plus size={18} aria-hidden />}
              onClick={() => setSetting(true)}
            >
              {t('set.open')}
            </Button>
          )
        }
      />
      <DutyTabs />
      <Columns
        sideFirst
        side={<FilterPanel groups={groups} />}
        main={
          <>
            <TableHead
              title={data ? t('all.found', { count: total, number: count(total) }) : t('all.title')}
              chips={<FilterChips groups={groups} />}
            />
            <DataTable
              caption={t('all.title')}
              columns={columns}
              rowId={(row) => row.id}
              data={data && { rows: data.items, total: data.total, nextCursor: data.nextCursor }}
              error={error}
              retry={() => void refetch()}
              refreshing={query.isPlaceholderData}
              empty={<EmptyState title={t('all.empty')}>{t('all.emptyText')}</EmptyState>}
            />
            {data && <Pager shown={data.items.length} total={data.total} nextCursor={data.nextCursor} />}
          </>
        }
      />
      {open && <DeadlineDialog id={open.id} kind={open.kind} onClose={() => setOpen(undefined)} />}
      {setting && <SetDeadlineDialog onClose={() => setSetting(false)} />}
    </>
  );
}

function useColumns(onOpen: (row: Deadline) => void): Column<Deadline>[] {
  const { t } = useTranslation('duties');
  const { date, dateTime } = useFormat();
  const words = useWords();
  return [
    {
      id: 'duty',
      header: t('column.duty'),
      primary: true,
      cell: (row) => (
        <button type="button" className={`link-button ${classes['open']}`} onClick={() => onOpen(row)}>
          {words.title(row.kind)}
        </button>
      ),
    },
    { id: 'about', header: t('column.about'), cell: (row) => <SubjectLabel subject={row.subject} /> },
    {
      id: 'due',
      header: t('column.due'),
      width: '9.5rem',
      cell: (row) => (
        <span className={classes['due']}>
          <time dateTime={row.dueAt}>
            {row.unit === 'clock_hours' ? dateTime(row.dueAt) : date(row.dueDate)}
          </time>
          {row.remaining.state !== 'closed' && <small>{words.left(row)}</small>}
        </span>
      ),
    },
    { id: 'holder', header: t('column.holder'), cell: (row) => words.holder(row.holder), hideable: true },
    { id: 'status', header: t('column.status'), cell: (row) => <DeadlineStatus deadline={row} /> },
  ];
}
