import { Link } from '@tanstack/react-router';
import { Snowflake, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../app/me.ts';
import { DateText, useFormat } from '../../ui/FormatProvider.tsx';
import { Panel } from '../../ui/Layout.tsx';
import { FactList } from '../../ui/FactList.tsx';
import { useSearchState } from '../../ui/use-search-state.ts';
import type { PartKey, ReportView, UsedFigure } from './queries.ts';
import classes from './Reporting.module.css';

/** The chosen figure in full, and the others of this part. */
export function FigureSide({
  report,
  part,
  chosen,
}: {
  report: ReportView;
  part: PartKey;
  chosen: string | undefined;
}) {
  const { t } = useTranslation('reporting');
  const figure = report.figures.find((f) => f.id === chosen);
  const here = report.figures.filter((f) => f.usedIn.includes(part));
  return (
    <aside className={classes['side']} aria-label={t('figure.side')} data-print="no">
      {figure && <Chosen figure={figure} report={report} />}
      <h2>{t('figure.here')}</h2>
      {here.length === 0 ? (
        <p className={classes['source']}>{t('figure.none')}</p>
      ) : (
        <ul className={classes['others']}>
          {here.map((f) => (
            <Other key={f.id} figure={f} frozen={report.frozenAt !== null} chosen={f.id === chosen} />
          ))}
        </ul>
      )}
    </aside>
  );
}

function Other({ figure, frozen, chosen }: { figure: UsedFigure; frozen: boolean; chosen: boolean }) {
  const { t } = useTranslation('reporting');
  const { number } = useFormat();
  const { set } = useSearchState();
  const { moved } = figure;
  return (
    <li>
      <button type="button" aria-pressed={chosen} onClick={() => set({ angka: figure.id }, true)}>
        {moved ? (
          <TriangleAlert size={16} aria-hidden />
        ) : frozen ? (
          <Snowflake size={16} aria-hidden />
        ) : (
          <span />
        )}
        <span lang="id">{figure.label}</span>
        <strong>{number(figure.value)}</strong>
        {moved && (
          <span className={classes['moved']}>
            {moved.value === null
              ? t('figure.gone')
              : t(frozen ? 'figure.movedKept' : 'figure.moved', {
                  value: number(moved.value),
                  kept: number(figure.value),
                })}
          </span>
        )}
      </button>
    </li>
  );
}

function Chosen({ figure: f, report }: { figure: UsedFigure; report: ReportView }) {
  const { t } = useTranslation('reporting');
  const { number, date } = useFormat();
  const mayFigures = useCan('figures.read');
  const row = (key: string, value: React.ReactNode) =>
    value === null || value === '' ? [] : [{ key, term: t(`figure.${key}`), value }];
  return (
    <div className={classes['chosen']}>
      <h2 lang="id">{f.label}</h2>
      <p className={classes['big']}>
        {number(f.value)} <span>{f.areaName}</span>
      </p>
      {report.frozenAt !== null && (
        <Panel tone="info">
          <span className={classes['frozen']}>
            <Snowflake size={18} aria-hidden />
            <span>
              <strong>{t('figure.frozen', { day: date(report.frozenAt) })}</strong>
              {report.number && <span> {report.number}</span>}
            </span>
          </span>
        </Panel>
      )}
      <FactList
        items={[
          ...row('source', f.source),
          ...row('sourceTitle', f.sourceTitle),
          ...row('asOfTerm', f.asOf === null ? t('figure.asOfUnknown') : <DateText value={f.asOf} />),
          ...row('rule', f.countingRule),
          ...row('basis', f.yearBasis),
          ...row('statusSet', f.statusSet),
          ...row('note', f.note),
          ...row('usedIn', f.usedIn.map((key) => t(`part.${key}`)).join(', ')),
        ]}
      />
      {mayFigures && (
        <Link to="/angka" search={{ angka: f.id }}>
          {t('figure.toFigures')}
        </Link>
      )}
    </div>
  );
}
