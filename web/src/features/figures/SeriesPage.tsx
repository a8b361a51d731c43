import type { Measure } from '@simpul/contract/figures/codes';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../app/me.ts';
import { BarChart } from '../../ui/BarChart.tsx';
import { DataTable } from '../../ui/data-table/DataTable.tsx';
import { PrintButton, TableHead } from '../../ui/data-table/TableTools.tsx';
import type { Column } from '../../ui/data-table/columns.ts';
import { useFormat } from '../../ui/FormatProvider.tsx';
import { Stack } from '../../ui/Layout.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { EmptyState } from '../../ui/States.tsx';
import { useSearchState } from '../../ui/use-search-state.ts';
import { EnterLink } from './EnterLink.tsx';
import { ExportFigures } from './ExportFigures.tsx';
import { FigureButton } from './FigureButton.tsx';
import { FigurePanel } from './FigurePanel.tsx';
import classes from './Figures.module.css';
import { FigureTabs } from './FigureTabs.tsx';
import { type FigureLine, seriesQuery, type YearSeries } from './queries.ts';
import { useWords } from './use-words.ts';

const measures = ['victims', 'cases', 'violence_victims'] as const satisfies readonly Measure[];
export type ShownMeasure = (typeof measures)[number];

/** Years in the drawing; the table has them all. */
const drawnYears = 6;

/** One printed number beside the agreed one of its year. */
interface Line {
  key: string;
  year: number;
  agreed: FigureLine | null;
  published: FigureLine | null;
  difference: number | null;
  reasons: YearSeries['years'][number]['published'][number]['reasons'];
}

const linesOf = (series: YearSeries): Line[] =>
  series.years.toReversed().flatMap((y): Line[] =>
    y.published.length === 0
      ? [{ key: `${y.year}`, year: y.year, agreed: y.agreed, published: null, difference: null, reasons: [] }]
      : y.published.map((p) => ({
          key: p.figure.id,
          year: y.year,
          agreed: y.agreed,
          published: p.figure,
          difference: p.difference,
          reasons: p.reasons,
        })),
  );

/** Agreed beside published, year by year; every number opens where it comes from. */
export function SeriesPage({ measure, figure }: { measure: ShownMeasure; figure: string | undefined }) {
  const { t } = useTranslation('figures');
  const { data, error, refetch } = useQuery(seriesQuery(measure));
  const manage = useCan('figures.manage');
  const title = useTitle(data);
  const columns = useColumns();
  const lines = data ? linesOf(data) : undefined;
  return (
    <>
      <PageHeader title={title} sub={t('series.sub')} primary={manage && <EnterLink />} />
      <FigureTabs />
      <Stack gap="lg">
        <MeasureChoice measure={measure} />
        {data && data.years.length > 0 && <Chart series={data} />}
        <div>
          <TableHead
            title={t('series.table')}
            tools={
              <>
                <ExportFigures query={{ measure, area: data?.areaCode, totals: 'true' }} />
                <PrintButton />
              </>
            }
          />
          <DataTable
            caption={t('series.table')}
            columns={columns}
            rowId={(l) => l.key}
            data={lines && { rows: lines }}
            error={error}
            retry={() => void refetch()}
            empty={<EmptyState title={t('series.empty')}>{t('series.emptyText')}</EmptyState>}
          />
          <p className={classes['quiet']}>{t('series.note')}</p>
        </div>
        {data && data.longer.length > 0 && <Longer figures={data.longer} />}
      </Stack>
      {figure && <FigurePanel id={figure} />}
    </>
  );
}

function useTitle(data: YearSeries | undefined): string {
  const { t } = useTranslation('figures');
  const words = useWords();
  const { number } = useFormat();
  const last = data?.years.findLast((y) => y.agreed !== null);
  if (!data || !last?.agreed) return t('series.title');
  return t('series.found', {
    year: last.year,
    value: number(last.agreed.value),
    unit: words.unit(last.agreed.unit),
  });
}

function MeasureChoice({ measure }: { measure: ShownMeasure }) {
  const { t } = useTranslation('figures');
  const { set } = useSearchState();
  return (
    <div role="group" aria-label={t('series.choose')} className={classes['choice']} data-print="no">
      {measures.map((m) => (
        <button
          key={m}
          type="button"
          aria-pressed={m === measure}
          onClick={() => set({ ukuran: m, angka: undefined })}
        >
          {t(`measure.${m}`)}
        </button>
      ))}
    </div>
  );
}

function Chart({ series }: { series: YearSeries }) {
  const { t } = useTranslation('figures');
  const { number } = useFormat();
  const shown = series.years
    .map((y) => ({
      year: y.year,
      agreed: y.agreed?.value ?? null,
      published: y.published.find((p) => p.figure.reading === 'primary')?.figure,
    }))
    .filter((y) => y.agreed !== null || y.published)
    .slice(-drawnYears);
  const hasAgreed = shown.some((y) => y.agreed !== null);
  const partial = shown.find((y) => y.published?.partial)?.published;
  if (shown.length === 0) return null;
  return (
    <div>
      <BarChart
        label={t('series.chart', {
          values: shown
            .map((y) =>
              [
                y.year,
                y.agreed === null ? '' : `${t('kind.agreed')} ${number(y.agreed)}`,
                y.published ? `${t('kind.published')} ${number(y.published.value)}` : '',
              ]
                .filter((w) => w !== '')
                .join(' '),
            )
            .join('; '),
        })}
        shown={number}
        series={[
          ...(hasAgreed ? [{ label: t('kind.agreed'), tone: 'strong' as const }] : []),
          { label: t('kind.published'), tone: 'light' as const, hollow: true },
        ]}
        points={shown.map((y) => ({
          key: String(y.year),
          label: `${y.year}${y.published?.partial ? '*' : ''}`,
          partial: [...(hasAgreed ? [false] : []), y.published?.partial ?? false],
          values: [...(hasAgreed ? [y.agreed] : []), y.published?.value ?? null],
        }))}
      />
      <p className={classes['quiet']}>
        {partial && <PartialNote figure={partial} />} {t('series.chartNote')}
      </p>
    </div>
  );
}

function PartialNote({ figure }: { figure: FigureLine }) {
  const { t } = useTranslation('figures');
  const { date } = useFormat();
  return <>{t('series.partial', { day: date(figure.periodTo), source: figure.source })}</>;
}

function Longer({ figures }: { figures: readonly FigureLine[] }) {
  const { t } = useTranslation('figures');
  const words = useWords();
  return (
    <div>
      <h2 className={classes['heading']}>{t('series.longer')}</h2>
      <ul className={classes['lines']}>
        {figures.map((f) => (
          <li key={f.id}>
            <FigureButton figure={f} />{' '}
            <span className={classes['quiet']}>
              {words.period(f)}, {f.source}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function useColumns(): Column<Line>[] {
  const { t } = useTranslation('figures');
  const words = useWords();
  return [
    {
      id: 'year',
      header: t('column.year'),
      primary: true,
      width: '5rem',
      cell: (l) =>
        l.agreed ? (
          <Link to="/angka/$tahun" params={{ tahun: String(l.year) }}>
            {l.year}
          </Link>
        ) : (
          l.year
        ),
    },
    {
      id: 'agreed',
      header: t('kind.agreed'),
      numeric: true,
      cell: (l) =>
        l.agreed ? <FigureButton figure={l.agreed} /> : <span className={classes['quiet']}>{t('none')}</span>,
    },
    {
      id: 'published',
      header: t('kind.published'),
      numeric: true,
      cell: (l) =>
        l.published ? (
          <FigureButton figure={l.published} />
        ) : (
          <span className={classes['quiet']}>{t('none')}</span>
        ),
    },
    {
      id: 'difference',
      header: t('column.difference'),
      numeric: true,
      cell: (l) => (l.difference === null ? '' : words.signed(l.difference)),
    },
    {
      id: 'source',
      header: t('column.why'),
      cell: (l) =>
        l.published && (
          <span className={classes['cell']}>
            <span>
              {l.published.source}
              {l.published.partial && `, ${words.period(l.published)}`}
            </span>
            {l.reasons.length > 0 && (
              <span className={classes['quiet']}>{l.reasons.map((r) => t(`why.${r}`)).join('; ')}</span>
            )}
          </span>
        ),
    },
  ];
}
