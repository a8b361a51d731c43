import { Button } from '@mantine/core';
import { agencyTypeLabel, agencyTypes } from '@simpul/contract/agencies/agency-types';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../ui/data-table/DataTable.tsx';
import { Pager, PrintButton, TableHead, ViewMenu } from '../../ui/data-table/TableTools.tsx';
import type { Column } from '../../ui/data-table/columns.ts';
import { FilterChips, type FilterGroup } from '../../ui/Filters.tsx';
import { useFormat } from '../../ui/FormatProvider.tsx';
import { Columns } from '../../ui/Layout.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { readSort } from '../../ui/search-params.ts';
import { EmptyState } from '../../ui/States.tsx';
import classes from './Agencies.module.css';
import { AgencyFilters, useServedAreas } from './AgencyFilters.tsx';
import { AgencyStatus } from './AgencyStatus.tsx';
import { agenciesQuery, type AgencyRow } from './queries.ts';

const levels = ['national', 'province', 'regency'] as const;
const sectors = [
  'regional_government',
  'national_government',
  'vertical',
  'community',
  'campus',
  'business',
] as const;
const states = ['active', 'closed'] as const;
const sorts = ['name', 'level', 'area'] as const;

export interface AgenciesProps {
  text: string;
  level: (typeof levels)[number] | undefined;
  sector: (typeof sectors)[number] | undefined;
  state: (typeof states)[number] | undefined;
  type: string | undefined;
  serves: string | undefined;
  sort: string | undefined;
  cursor: string | undefined;
}

/** Organisations under the filters of the address. */
export function Agencies(props: AgenciesProps) {
  const { t } = useTranslation('agencies');
  const { count } = useFormat();
  const sort = readSort(props.sort);
  const type = knownType(props.type);
  const query = useQuery(
    agenciesQuery({
      text: props.text || undefined,
      level: props.level,
      sector: props.sector,
      state: props.state,
      type,
      serves: props.serves,
      sort: sorts.find((s) => s === sort?.column) ?? 'level',
      descending: sort?.direction === 'desc' ? 'true' : undefined,
      cursor: props.cursor,
      limit: 50,
    }),
  );
  const { data, error, refetch } = query;
  const groups = useGroups();
  const chips = useChips(props, groups);
  const columns = useColumns();
  const total = data?.total ?? 0;
  return (
    <>
      <PageHeader
        title={t('list.title')}
        sub={t('list.sub')}
        primary={
          data?.abilities.create && (
            <Button
              variant="filled"
              leftSection={<Plus size={18} aria-hidden />}
              renderRoot={(root) => <Link to="/lembaga/baru" {...root} />}
            >
              {t('list.create')}
            </Button>
          )
        }
      />
      <Columns
        sideFirst
        side={<AgencyFilters groups={groups} text={props.text} type={type} serves={props.serves} />}
        main={
          <>
            <TableHead
              title={data ? t('list.found', { count: total, number: count(total) }) : t('list.title')}
              chips={<FilterChips groups={chips} />}
              tools={
                <>
                  <ViewMenu columns={columns} />
                  <PrintButton />
                </>
              }
            />
            <DataTable
              caption={t('list.title')}
              columns={columns}
              rowId={(row) => row.id}
              data={data && { rows: data.items, total: data.total, nextCursor: data.nextCursor }}
              error={error}
              retry={() => void refetch()}
              refreshing={query.isPlaceholderData}
              empty={<EmptyState title={t('list.empty')}>{t('list.emptyText')}</EmptyState>}
            />
            {data && data.items.length > 0 && (
              <Pager shown={data.items.length} total={data.total} nextCursor={data.nextCursor} />
            )}
          </>
        }
      />
    </>
  );
}

const knownType = (type: string | undefined) => agencyTypes.find((one) => one === type);

function useGroups(): FilterGroup[] {
  const { t } = useTranslation('agencies');
  const group = (key: string, label: string, values: readonly string[], words: string): FilterGroup => ({
    key,
    label: t(`filter.${label}`),
    kind: 'one',
    anyLabel: t('filter.any'),
    options: values.map((value) => ({ value, label: t(`${words}.${value}`) })),
  });
  return [
    group('tingkat', 'level', levels, 'level'),
    group('sektor', 'sector', sectors, 'sector'),
    group('keadaan', 'state', states, 'state'),
  ];
}

/** Chips say every filter that is on, the fields' own ones included. */
function useChips({ text, type: given, serves }: AgenciesProps, groups: FilterGroup[]): FilterGroup[] {
  const type = knownType(given);
  const { t, i18n } = useTranslation('agencies');
  const language = i18n.language === 'en' ? 'en' : 'id';
  const areas = useServedAreas();
  const field = (key: string, label: string, value: string | undefined, words: string): FilterGroup => ({
    key,
    label: t(`filter.${label}`),
    kind: 'one',
    options: value ? [{ value, label: words }] : [],
  });
  return [
    field('cari', 'text', text, text),
    field('jenis', 'type', type, type ? agencyTypeLabel(type, language) : ''),
    field('melayani', 'serves', serves, areas.find((a) => a.value === serves)?.label ?? serves ?? ''),
    ...groups,
  ];
}

function useColumns(): Column<AgencyRow>[] {
  const { t, i18n } = useTranslation('agencies');
  const language = i18n.language === 'en' ? 'en' : 'id';
  const served = (row: AgencyRow) => {
    const names = row.serviceAreas.map((a) => a.name.replace(/^Kabupaten /, ''));
    const words =
      names.length <= 2 ? names.join(', ') : t('list.areas', { first: names[0], count: names.length - 1 });
    return t('list.serves', { areas: words });
  };
  const servesItsSeat = (row: AgencyRow) =>
    row.serviceAreas.length === 1 && row.serviceAreas[0]?.code === row.area.code;
  return [
    {
      id: 'name',
      header: t('column.name'),
      primary: true,
      sortable: true,
      width: '45%',
      cell: (row) => (
        <span className={classes['cell']}>
          <Link to="/lembaga/$id" params={{ id: row.id }}>
            {row.name}
          </Link>
          {row.shortName && <span className={classes['small']}>{row.shortName}</span>}
          {row.state === 'closed' && <AgencyStatus agency={row} />}
        </span>
      ),
    },
    {
      id: 'type',
      header: t('column.type'),
      hideable: true,
      cell: (row) => agencyTypeLabel(row.type, language),
    },
    { id: 'level', header: t('column.level'), sortable: true, cell: (row) => t(`level.${row.level}`) },
    {
      id: 'area',
      header: t('column.seat'),
      sortable: true,
      hideable: true,
      cell: (row) => (
        <span className={classes['cell']}>
          <span>{row.area.name}</span>
          {!servesItsSeat(row) && <span className={classes['small']}>{served(row)}</span>}
        </span>
      ),
    },
  ];
}
