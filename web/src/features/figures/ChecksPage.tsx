import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../ui/data-table/DataTable.tsx';
import { useFormat } from '../../ui/FormatProvider.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { ProblemStates } from '../../ui/ProblemStates.tsx';
import { Section } from '../../ui/Section.tsx';
import { EmptyState, SkeletonRows } from '../../ui/States.tsx';
import { FigureButton } from './FigureButton.tsx';
import { FigurePanel } from './FigurePanel.tsx';
import classes from './Figures.module.css';
import { FigureTabs } from './FigureTabs.tsx';
import { type Checks, checksQuery } from './queries.ts';
import { useWords } from './use-words.ts';

/** What does not fit in the figures others have published. It is told, and nothing is mended. */
export function ChecksPage({ figure }: { figure: string | undefined }) {
  const { t } = useTranslation('figures');
  const { data, error, refetch } = useQuery(checksQuery);
  const count = data ? data.sums.length + data.falls.length : 0;
  return (
    <>
      <PageHeader title={data ? t('checks.found', { count }) : t('checks.title')} sub={t('checks.sub')} />
      <FigureTabs />
      {error ? (
        <ProblemStates error={error} retry={() => void refetch()} />
      ) : !data ? (
        <SkeletonRows rows={8} />
      ) : count === 0 ? (
        <EmptyState title={t('checks.none')} />
      ) : (
        <>
          <Sums sums={data.sums} />
          <Falls falls={data.falls} />
        </>
      )}
      {figure && <FigurePanel id={figure} />}
    </>
  );
}

function Sums({ sums }: { sums: Checks['sums'] }) {
  const { t } = useTranslation('figures');
  const { number } = useFormat();
  const words = useWords();
  if (sums.length === 0) return null;
  return (
    <Section title={t('checks.sums')}>
      <DataTable
        caption={t('checks.sums')}
        rowId={(s) => s.id}
        data={{ rows: sums }}
        columns={[
          {
            id: 'what',
            header: t('column.what'),
            primary: true,
            cell: (s) => {
              const about = s.totalFigure ?? s.parts[0];
              return (
                about && (
                  <span className={classes['cell']}>
                    <span>
                      {words.measure(about.measure)}, {about.areaName}, {words.period(about)}
                    </span>
                    <span className={classes['quiet']}>{about.source}</span>
                  </span>
                )
              );
            },
          },
          {
            id: 'total',
            header: t('column.total'),
            numeric: true,
            cell: (s) => (s.totalFigure ? <FigureButton figure={s.totalFigure} /> : number(s.total)),
          },
          { id: 'sum', header: t('column.sum'), numeric: true, cell: (s) => number(s.sum) },
          { id: 'gap', header: t('column.gap'), numeric: true, cell: (s) => words.signed(s.sum - s.total) },
          { id: 'note', header: t('field.note'), cell: (s) => s.note ?? '' },
        ]}
      />
    </Section>
  );
}

function Falls({ falls }: { falls: Checks['falls'] }) {
  const { t } = useTranslation('figures');
  const words = useWords();
  if (falls.length === 0) return null;
  return (
    <Section title={t('checks.falls')}>
      <DataTable
        caption={t('checks.falls')}
        rowId={(f) => f.after.id}
        data={{ rows: falls }}
        columns={[
          {
            id: 'what',
            header: t('column.what'),
            primary: true,
            cell: (f) => (
              <span className={classes['cell']}>
                <span>{words.measure(f.after.measure)}</span>
                <span className={classes['quiet']}>{words.breakdown(f.after)}</span>
              </span>
            ),
          },
          {
            id: 'before',
            header: t('column.before'),
            numeric: true,
            cell: (f) => <FigureButton figure={f.before} />,
          },
          { id: 'beforeAt', header: t('column.at'), cell: (f) => words.period(f.before) },
          {
            id: 'after',
            header: t('column.after'),
            numeric: true,
            cell: (f) => <FigureButton figure={f.after} />,
          },
          { id: 'afterAt', header: t('column.at'), cell: (f) => words.period(f.after) },
          { id: 'source', header: t('field.source'), cell: (f) => f.after.source },
        ]}
      />
    </Section>
  );
}
