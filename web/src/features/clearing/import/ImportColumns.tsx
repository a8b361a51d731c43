import { Button } from '@mantine/core';
import { leftOutReasons, targetInfo, type ColumnTarget } from '@simpul/contract/clearing/targets';
import { Minus, Pencil, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Bar } from '../../../ui/Bar.tsx';
import { DataTable } from '../../../ui/data-table/DataTable.tsx';
import type { Column } from '../../../ui/data-table/columns.ts';
import { FieldError } from '../../../ui/Field.tsx';
import { useFormat } from '../../../ui/FormatProvider.tsx';
import { Panel, Row } from '../../../ui/Layout.tsx';
import { Section } from '../../../ui/Section.tsx';
import { Status } from '../../../ui/Status.tsx';
import classes from '../Clearing.module.css';
import type { Import } from '../queries.ts';
import { useWords } from '../use-words.ts';
import { withTarget } from './mapping.ts';
import { TargetSelect } from './TargetSelect.tsx';
import type { Reading } from './use-reading.ts';

type FileColumn = Import['columns'][number];

/** The columns of the file as they are read; each can be read otherwise. */
export function ImportColumns({ imp, reading }: { imp: Import; reading: Reading }) {
  const { t } = useTranslation('clearing-import');
  const { numberWord } = useFormat();
  const words = useWords();
  const { mapping } = reading;
  const taken = mapping?.columns.length ?? 0;
  return (
    <Section
      rule={false}
      title={t('columns.title', {
        count: imp.columns.length,
        all: words.upper(numberWord(imp.columns.length)),
        taken: numberWord(taken),
      })}
    >
      <p className={classes['quiet']}>{t('columns.legend')}</p>
      {reading.dirty && <Unsaved reading={reading} />}
      <DataTable
        caption={t('columns.caption')}
        columns={useColumns(imp, reading)}
        rowId={(row) => row.letter}
        data={{ rows: imp.columns }}
      />
      <p className={classes['note']}>{t(imp.remembered ? 'columns.remembered' : 'columns.willRemember')}</p>
    </Section>
  );
}

/** What was changed on the page is not checked yet, and says so until it is. */
function Unsaved({ reading }: { reading: Reading }) {
  const { t } = useTranslation('clearing-import');
  return (
    <div className={classes['unsaved']}>
      <Panel tone="wait">
        <Row spread>
          <span role="status">
            {reading.columnsChanged > 0
              ? t('columns.changed', { count: reading.columnsChanged })
              : t('columns.changedOther')}
          </span>
          <Row>
            <Button size="sm" variant="filled" loading={reading.busy} onClick={() => reading.apply()}>
              {t('act.checkAgain')}
            </Button>
            <Button size="sm" disabled={reading.busy} onClick={reading.reset}>
              {t('act.undoChanges')}
            </Button>
          </Row>
        </Row>
        {reading.fault && <FieldError>{reading.fault}</FieldError>}
      </Panel>
    </div>
  );
}

function useColumns(imp: Import, reading: Reading): Column<FileColumn>[] {
  const { t } = useTranslation('clearing-import');
  const { percent } = useFormat();
  const words = useWords();
  const { mapping } = reading;
  const targetOf = (row: FileColumn): ColumnTarget | null =>
    mapping?.columns.find((c) => c.index === row.index)?.target ?? null;
  const read = (row: FileColumn) => targetOf(row) !== null;
  return [
    { id: 'letter', header: t('column.letter'), width: '2rem', cardless: true, cell: (row) => row.letter },
    {
      id: 'header',
      header: t('column.header'),
      primary: true,
      cell: (row) => <strong>{row.header || t('columns.noHeader', { letter: row.letter })}</strong>,
    },
    {
      id: 'sample',
      header: t('column.sample'),
      cell: (row) => <span className={classes['sample']}>{row.sample || t('columns.empty')}</span>,
    },
    {
      id: 'target',
      header: t('column.target'),
      cell: (row) =>
        imp.can.map && mapping ? (
          <TargetSelect
            name={t('columns.choose', { name: row.header || row.letter })}
            value={targetOf(row)}
            onChange={(target) => reading.change(withTarget(mapping, row.index, target))}
          />
        ) : (
          <TargetName target={targetOf(row)} />
        ),
    },
    {
      id: 'status',
      header: t('column.status'),
      cell: (row) => <ColumnStatus column={row} changed={targetOf(row) !== row.target} taken={read(row)} />,
    },
    {
      id: 'filled',
      header: t('column.filled'),
      numeric: true,
      cell: (row) =>
        read(row) ? (
          <span className={classes['share']}>
            {percent(row.filled)} <Bar share={row.filled} />
          </span>
        ) : (
          words.none
        ),
    },
    {
      id: 'valid',
      header: t('column.valid'),
      numeric: true,
      cell: (row) =>
        read(row) ? (
          <span className={classes['share']}>
            {percent(row.valid)} <Bar share={row.valid} tone={row.valid < row.filled ? 'against' : 'for'} />
          </span>
        ) : (
          words.none
        ),
    },
  ];
}

function TargetName({ target }: { target: ColumnTarget | null }) {
  const { t } = useTranslation('clearing-import');
  const { language } = useWords();
  if (target !== null) return targetInfo[target][language];
  return <span className={classes['quiet']}>{t('columns.leaveOut')}</span>;
}

function ColumnStatus({ column, changed, taken }: { column: FileColumn; changed: boolean; taken: boolean }) {
  const { t } = useTranslation('clearing-import');
  const { language } = useWords();
  if (!taken)
    return (
      <Status kind="mut" icon={Minus}>
        {column.leftOut ? leftOutReasons[column.leftOut][language] : t('columnStatus.left_out')}
      </Status>
    );
  if (changed || column.status === 'mapped_by_you')
    return (
      <Status kind="info" icon={Pencil}>
        {t('columnStatus.mapped_by_you')}
      </Status>
    );
  if (column.status === 'check')
    return (
      <Status kind="wait" icon={TriangleAlert}>
        {t('columnStatus.check')}
      </Status>
    );
  return <Status kind="ok">{t('columnStatus.recognised')}</Status>;
}
