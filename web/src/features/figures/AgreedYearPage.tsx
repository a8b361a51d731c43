import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../ui/data-table/DataTable.tsx';
import { PrintButton } from '../../ui/data-table/TableTools.tsx';
import { useFormat } from '../../ui/FormatProvider.tsx';
import { Columns, Stack } from '../../ui/Layout.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { ProblemStates } from '../../ui/ProblemStates.tsx';
import { Section } from '../../ui/Section.tsx';
import { SkeletonRows } from '../../ui/States.tsx';
import { ExportFigures } from './ExportFigures.tsx';
import { FigureButton } from './FigureButton.tsx';
import { FigurePanel } from './FigurePanel.tsx';
import classes from './Figures.module.css';
import { Provenance } from './Provenance.tsx';
import { type AgreedYear, agreedYearQuery } from './queries.ts';
import { useWords } from './use-words.ts';

type Table = AgreedYear['tables'][number];

/** The agreed figures of one year and their tables; small counts are hidden, and where that would not help, the table. */
export function AgreedYearPage({ year, figure }: { year: number; figure: string | undefined }) {
  const { t } = useTranslation('figures');
  const { number } = useFormat();
  const { data, error, refetch } = useQuery(agreedYearQuery(year));
  return (
    <>
      <PageHeader
        crumbs={[
          <Link key="all" to="/angka">
            {t('series.title')}
          </Link>,
        ]}
        title={
          data
            ? t('year.found', { year, cases: number(data.cases.value), victims: number(data.victims.value) })
            : t('year.title', { year })
        }
        sub={t('year.sub')}
        acts={
          <>
            {data && <ExportFigures query={{ kind: 'agreed', year: String(year) }} />}
            <PrintButton />
          </>
        }
      />
      {error ? (
        <ProblemStates error={error} retry={() => void refetch()} />
      ) : !data ? (
        <SkeletonRows rows={8} />
      ) : (
        <Columns main={<Tables year={data} />} side={<Side year={data} />} />
      )}
      {figure && <FigurePanel id={figure} />}
    </>
  );
}

function Side({ year }: { year: AgreedYear }) {
  const { t } = useTranslation('figures');
  const words = useWords();
  return (
    <Stack gap="lg">
      {[year.victims, year.cases].map((f) => (
        <p key={f.id} className={classes['big']}>
          <FigureButton figure={f} /> <span>{words.unit(f.unit)}</span>
        </p>
      ))}
      <Provenance figure={year.victims} />
      {year.can.openRows && (
        <Link to="/kliring/$id/baris" params={{ id: year.round }}>
          {t('panel.rows')}
        </Link>
      )}
    </Stack>
  );
}

function Tables({ year }: { year: AgreedYear }) {
  const { t } = useTranslation('figures');
  const withheld = year.tables.filter((table) => table.outcome === 'total_only');
  return (
    <Stack gap="lg">
      <p className={classes['reading']}>{t('year.rule', { threshold: year.threshold })}</p>
      {year.tables
        .filter((table) => table.outcome !== 'total_only')
        .map((table) => (
          <OneTable key={table.dimension} table={table} />
        ))}
      {withheld.length > 0 && (
        <Section title={t('year.withheld')}>
          <ul className={classes['lines']}>
            {withheld.map((table) => (
              <li key={table.dimension}>{t(`by.${table.dimension}`)}</li>
            ))}
          </ul>
          <p className={classes['quiet']}>{t('year.withheldWhy')}</p>
        </Section>
      )}
      {year.tables.length === 0 && <p>{t('year.noTables')}</p>}
    </Stack>
  );
}

function OneTable({ table }: { table: Table }) {
  const { t } = useTranslation('figures');
  const { number } = useFormat();
  const words = useWords();
  const rows = [
    ...table.cells.map((c) => ({ ...c, total: false })),
    { code: '', label: t('year.total'), value: table.total, total: true },
  ];
  return (
    <Section title={t(`by.${table.dimension}`)}>
      <DataTable
        caption={t(`by.${table.dimension}`)}
        rowId={(c) => `${table.dimension} ${c.code}`}
        data={{ rows }}
        columns={[
          {
            id: 'what',
            header: t(`dimension.${table.dimension}`),
            primary: true,
            cell: (c) =>
              c.total ? <strong>{c.label}</strong> : (c.label ?? words.code(table.dimension, c.code)),
          },
          {
            id: 'value',
            header: t('column.victims'),
            numeric: true,
            width: '10rem',
            cell: (c) =>
              c.value === null ? (
                <span className={classes['quiet']}>{t('restricted')}</span>
              ) : (
                <strong data-total={c.total || undefined} className={classes['count']}>
                  {number(c.value)}
                </strong>
              ),
          },
        ]}
      />
    </Section>
  );
}
