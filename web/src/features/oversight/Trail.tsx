import { outcomes, type AuditFilter, type AuditLine } from '@simpul/contract/platform/audit';
import { sensitivityClasses } from '@simpul/contract/field';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, client } from '../../app/api.ts';
import { saveFile } from '../../app/files.ts';
import { useProblemText } from '../../app/use-problem-text.ts';
import { Code } from '../../ui/Code.tsx';
import { DataTable } from '../../ui/data-table/DataTable.tsx';
import { ExportButton, Pager, PrintButton, TableHead, ViewMenu } from '../../ui/data-table/TableTools.tsx';
import type { Column } from '../../ui/data-table/columns.ts';
import { FilterChips, FilterPanel, type FilterGroup } from '../../ui/Filters.tsx';
import { useFormat } from '../../ui/FormatProvider.tsx';
import { Columns } from '../../ui/Layout.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { Status } from '../../ui/Status.tsx';
import { showToast } from '../../ui/toasts.ts';
import { DayRange } from './DayRange.tsx';

const modules = [
  'accounts',
  'agencies',
  'audit',
  'clearing',
  'duties',
  'figures',
  'files',
  'jobs',
  'regions',
  'reporting',
] as const;

export interface TrailProps {
  crumbs: readonly ReactNode[];
  /** One's own lines, which everybody may see, or the whole trail. */
  whose: 'mine' | 'all';
  module: string | undefined;
  /** Account whose lines are shown; its name is read from the lines, never from the address. */
  person?: string | undefined;
  outcome: (typeof outcomes)[number] | undefined;
  sensitivity: (typeof sensitivityClasses)[number] | undefined;
  from: string | undefined;
  to: string | undefined;
  cursor: string | undefined;
}

const filterOf = (p: TrailProps): AuditFilter => ({
  ...(p.person ? { personId: p.person } : {}),
  ...(p.module ? { action: `${p.module}.` } : {}),
  ...(p.outcome ? { outcome: p.outcome } : {}),
  ...(p.sensitivity ? { sensitivity: p.sensitivity } : {}),
  ...(p.from ? { from: p.from } : {}),
  ...(p.to ? { to: p.to } : {}),
});

/** Who did or read what, when, for which purpose. */
export function Trail(props: TrailProps) {
  const { t } = useTranslation('audit');
  const { count } = useFormat();
  const mine = props.whose === 'mine';
  const filter = filterOf(props);
  const input = { ...filter, ...(props.cursor ? { cursor: props.cursor } : {}) };
  const query = useQuery({
    ...(mine ? api.oversight.mine.queryOptions({ input }) : api.oversight.entries.queryOptions({ input })),
    placeholderData: keepPreviousData,
  });
  const { data, error, refetch, isPlaceholderData } = query;
  const groups = useGroups();
  const shownName = data?.items.find((line) => line.actorId === props.person)?.actorName;
  const chips = props.person
    ? [...groups, personGroup(t('filter.person'), props.person, shownName ?? t('filter.thisPerson'))]
    : groups;
  const columns = useColumns(mine);
  return (
    <>
      <PageHeader
        crumbs={props.crumbs}
        title={t(mine ? 'mineTitle' : 'title')}
        sub={t(mine ? 'mineSub' : 'sub')}
      />
      <Columns
        sideFirst
        side={
          <FilterPanel groups={groups}>
            <DayRange from={props.from} to={props.to} />
          </FilterPanel>
        }
        main={
          <>
            <TableHead
              title={data ? t('scope', { total: count(data.total) }) : t('caption')}
              chips={<FilterChips groups={chips} />}
              tools={
                <>
                  <ViewMenu columns={columns} />
                  <PrintButton />
                  {!mine && <Export filter={filter} />}
                </>
              }
            />
            <DataTable
              caption={t('caption')}
              columns={columns}
              rowId={(line) => String(line.id)}
              data={data && { rows: data.items }}
              error={data ? undefined : error}
              retry={() => void refetch()}
              refreshing={isPlaceholderData}
            />
            {data && <Pager shown={data.items.length} total={data.total} nextCursor={data.nextCursor} />}
          </>
        }
      />
    </>
  );
}

/** Only as a chip that can be taken off: the person is chosen by following a link. */
const personGroup = (label: string, value: string, name: string): FilterGroup => ({
  key: 'orang',
  label,
  kind: 'one',
  options: [{ value, label: name }],
});

function Export({ filter }: { filter: AuditFilter }) {
  const { t } = useTranslation('audit');
  const problemText = useProblemText();
  const run = useMutation({
    mutationFn: () => client.oversight.exportEntries(filter, { context: {} }),
    onSuccess: (file) => {
      saveFile(file, file.name || 'jejak.csv');
      showToast({ kind: 'ok', text: t('exported') });
    },
    onError: (fault) => showToast({ kind: 'late', text: problemText(fault) }),
  });
  return <ExportButton onExport={() => run.mutate()} busy={run.isPending} />;
}

function useGroups(): readonly FilterGroup[] {
  const { t } = useTranslation('audit');
  return [
    {
      key: 'bagian',
      label: t('filter.module'),
      kind: 'one',
      anyLabel: t('filter.anyModule'),
      options: modules.map((value) => ({ value, label: t(`module.${value}`) })),
    },
    {
      key: 'hasil',
      label: t('filter.outcome'),
      kind: 'one',
      anyLabel: t('filter.anyOutcome'),
      options: outcomes.map((value) => ({ value, label: t(`outcome.${value}`) })),
    },
    {
      key: 'kelas',
      label: t('filter.class'),
      kind: 'one',
      anyLabel: t('filter.anyClass'),
      options: sensitivityClasses
        .filter((value) => value >= 'P3')
        .map((value) => ({ value, label: t('filter.classFrom', { class: value }) })),
    },
  ];
}

function useColumns(mine: boolean): readonly Column<AuditLine>[] {
  const { t } = useTranslation('audit');
  const { dateTime, count } = useFormat();
  const who: Column<AuditLine> = {
    id: 'siapa',
    header: t('column.who'),
    cell: (line) => [line.actorName ?? t('system'), line.agencyName].filter(Boolean).join(', '),
  };
  return [
    {
      id: 'waktu',
      header: t('column.at'),
      primary: true,
      width: '10rem',
      cell: (line) => <time dateTime={line.at}>{dateTime(line.at)}</time>,
    },
    ...(mine ? [] : [who]),
    {
      id: 'perbuatan',
      header: t('column.action'),
      cell: (line) => t(`action.${line.action}`, { defaultValue: line.action }),
    },
    {
      id: 'hasil',
      header: t('column.outcome'),
      cell: (line) => (
        <Status kind={line.outcome === 'done' ? 'ok' : 'wait'}>{t(`outcome.${line.outcome}`)}</Status>
      ),
    },
    {
      id: 'tentang',
      header: t('column.subject'),
      hideable: true,
      cell: (line) => line.subjectId && <Code>{line.subjectId.slice(0, 13)}</Code>,
    },
    { id: 'kelas', header: t('column.class'), hideable: true, cell: (line) => line.sensitivity },
    {
      id: 'keperluan',
      header: t('column.purpose'),
      hideable: true,
      cell: (line) => line.purpose && <Code>{line.purpose}</Code>,
    },
    {
      id: 'jumlah',
      header: t('column.count'),
      numeric: true,
      hideable: true,
      cell: (line) => (line.itemCount === null ? '' : count(line.itemCount)),
    },
  ];
}
