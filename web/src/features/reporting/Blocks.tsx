import type { Part, ReportBlock } from '@simpul/contract/reporting/content';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { BarChart } from '../../ui/BarChart.tsx';
import { useFormat } from '../../ui/FormatProvider.tsx';
import { SummaryList } from '../../ui/SummaryList.tsx';
import { FigureRef } from './FigureRef.tsx';
import type { ReportView } from './queries.ts';
import classes from './Reporting.module.css';

const frozenStates = ['frozen', 'signed', 'submitted'];

/** What a chapter says, as it will stand on paper; the paper's own words are Indonesian. */
export function Blocks({ blocks, report }: { blocks: readonly ReportBlock[]; report: ReportView }) {
  return (
    <div className={classes['blocks']} lang="id">
      {blocks.map((block, i) => (
        // oxlint-disable-next-line react/no-array-index-key -- a report is read whole; its blocks do not move
        <Block key={i} block={block} report={report} />
      ))}
    </div>
  );
}

function Parts({ parts, report }: { parts: readonly Part[]; report: ReportView }) {
  return parts.map((part, i) => {
    const figure = part.figure === undefined ? undefined : report.figures.find((f) => f.id === part.figure);
    return (
      // oxlint-disable-next-line react/no-array-index-key -- as above
      <Fragment key={i}>
        {figure ? (
          <FigureRef figure={figure} frozen={frozenStates.includes(report.state)}>
            {part.text}
          </FigureRef>
        ) : (
          part.text
        )}
      </Fragment>
    );
  });
}

function Block({ block, report }: { block: ReportBlock; report: ReportView }) {
  switch (block.kind) {
    case 'section':
      return (
        <h3>
          {block.number} {block.title}
        </h3>
      );
    case 'paragraph':
      return (
        <p>
          <Parts parts={block.parts} report={report} />
        </p>
      );
    case 'note':
      return (
        <div className={classes['aside']}>
          {block.title !== '' && <strong>{block.title}</strong>}
          <p>{block.text}</p>
        </div>
      );
    case 'list': {
      const items = block.items.map((parts, i) => (
        // oxlint-disable-next-line react/no-array-index-key -- as above
        <li key={i}>
          <Parts parts={parts} report={report} />
        </li>
      ));
      return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
    }
    case 'facts':
      return (
        <SummaryList
          items={block.items.map((item) => ({ key: item.label, term: item.label, value: item.value }))}
        />
      );
    case 'table':
      return <Table block={block} report={report} />;
    case 'bars':
      return <Bars block={block} />;
  }
}

function Table({ block, report }: { block: Extract<ReportBlock, { kind: 'table' }>; report: ReportView }) {
  const { t } = useTranslation('reporting');
  const caption = `${t('table', { number: block.number })} ${block.caption}`;
  return (
    <div className={classes['scroll']} tabIndex={0} role="region" aria-label={caption}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {block.columns.map((column) => (
              <th key={column.label} scope="col" data-numeric={column.align === 'end' || undefined}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {block.rows.map((row, i) => (
            // oxlint-disable-next-line react/no-array-index-key -- as above
            <tr key={i} data-total={row.total || undefined}>
              {row.cells.map((cell, at) => {
                const Cell = at === 0 ? 'th' : 'td';
                return (
                  <Cell
                    // oxlint-disable-next-line react/no-array-index-key -- as above
                    key={at}
                    {...(at === 0 ? { scope: 'row' } : {})}
                    data-numeric={block.columns[at]?.align === 'end' || undefined}
                  >
                    <Parts parts={[cell]} report={report} />
                  </Cell>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {block.source !== '' && <p className={classes['source']}>{block.source}</p>}
    </div>
  );
}

function Bars({ block }: { block: Extract<ReportBlock, { kind: 'bars' }> }) {
  const { t } = useTranslation('reporting');
  const { number } = useFormat();
  return (
    <div className={classes['drawing']}>
      <p className={classes['caption']}>
        {t('drawing', { number: block.number })} {block.caption}
      </p>
      <BarChart
        label={block.alt}
        shown={number}
        series={block.series.map((s, i) => ({
          label: s.label,
          tone: i === block.series.length - 1 ? 'strong' : 'light',
        }))}
        points={block.points.map((p) => ({ ...p, key: p.label, hollow: p.published }))}
      />
      <p className={classes['source']}>{block.source}</p>
    </div>
  );
}
