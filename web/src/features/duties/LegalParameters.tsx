import type { ParameterMark } from '@simpul/contract/duties/legal-parameter';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../ui/data-table/DataTable.tsx';
import { PrintButton, TableHead } from '../../ui/data-table/TableTools.tsx';
import type { Column } from '../../ui/data-table/columns.ts';
import { FilterChips, type FilterGroup, FilterPanel } from '../../ui/Filters.tsx';
import { useFormat } from '../../ui/FormatProvider.tsx';
import { Columns } from '../../ui/Layout.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { EmptyState } from '../../ui/States.tsx';
import { CheckStatus, MarkStatus } from './ParameterStatus.tsx';
import classes from './Duties.module.css';
import { type Parameter, parametersQuery } from './queries.ts';
import { useWords } from './use-words.ts';

const marks: readonly ParameterMark[] = ['verified', 'stated', 'memory', 'decision'];
const checks = ['checked', 'unchecked'] as const;
export type CheckFilter = (typeof checks)[number];

interface LegalParametersProps {
  check: CheckFilter | undefined;
  mark: readonly ParameterMark[];
}

/** Every number of the law in force today. Some eighty lines: filtered here, counts under the present filters. */
export function LegalParameters({ check, mark }: LegalParametersProps) {
  const { t } = useTranslation('duties');
  const { number } = useFormat();
  const { data, error, refetch } = useQuery(parametersQuery);
  const all = data?.items ?? [];
  const hasCheck = (p: Parameter, wanted: CheckFilter | undefined) =>
    wanted === undefined || (p.verification !== null) === (wanted === 'checked');
  const hasMark = (p: Parameter) => mark.length === 0 || mark.includes(p.mark);
  const rows = all.filter((p) => hasCheck(p, check) && hasMark(p));
  const groups: FilterGroup[] = [
    {
      key: 'periksa',
      label: t('filter.check'),
      kind: 'one',
      anyLabel: t('filter.any'),
      options: checks.map((value) => ({
        value,
        label: t(`check.${value}`),
        count: all.filter((p) => hasCheck(p, value) && hasMark(p)).length,
      })),
    },
    {
      key: 'asal',
      label: t('filter.mark'),
      kind: 'many',
      options: marks.map((value) => ({
        value,
        label: t(`mark.${value}`),
        count: all.filter((p) => hasCheck(p, check) && p.mark === value).length,
      })),
    },
  ];
  const columns = useColumns();
  return (
    <>
      <PageHeader
        title={data ? t('parameters.found', data.counts) : t('parameters.title')}
        sub={t('parameters.sub')}
      />
      <Columns
        sideFirst
        side={<FilterPanel groups={groups} />}
        main={
          <>
            <TableHead
              title={t('parameters.shown', { count: rows.length, number: number(rows.length) })}
              chips={<FilterChips groups={groups} />}
              tools={<PrintButton />}
            />
            <DataTable
              caption={t('parameters.caption')}
              columns={columns}
              rowId={(row) => row.key}
              data={data && { rows, total: rows.length }}
              error={error}
              retry={() => void refetch()}
              empty={<EmptyState title={t('parameters.empty')}>{t('parameters.emptyText')}</EmptyState>}
            />
          </>
        }
      />
    </>
  );
}

function useColumns(): Column<Parameter>[] {
  const { t, i18n } = useTranslation('duties');
  const words = useWords();
  const language = i18n.language === 'en' ? 'en' : 'id';
  return [
    {
      id: 'duty',
      header: t('column.duty'),
      primary: true,
      cell: (p) => (
        <Link to="/parameter-hukum/$key" params={{ key: p.key }}>
          {p.title[language]}
        </Link>
      ),
    },
    {
      id: 'number',
      header: t('column.number'),
      cell: (p) => <span className={classes['number']}>{words.number(p)}</span>,
    },
    {
      id: 'basis',
      header: t('column.basis'),
      cell: (p) => (
        <span className={classes['cell']}>
          <span>{p.basis}</span>
          <MarkStatus mark={p.mark} />
        </span>
      ),
    },
    { id: 'check', header: t('column.checked'), width: '10rem', cell: (p) => <CheckStatus parameter={p} /> },
  ];
}
