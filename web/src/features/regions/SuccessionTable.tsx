import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Code } from '../../ui/Code.tsx';
import { DataTable } from '../../ui/data-table/DataTable.tsx';
import type { Column } from '../../ui/data-table/columns.ts';
import { DateText } from '../../ui/FormatProvider.tsx';
import { Section } from '../../ui/Section.tsx';
import { MarkStatus } from './MarkStatus.tsx';
import classes from './Regions.module.css';
import type { AreaDetail } from './queries.ts';

type Succession = AreaDetail['succession'][number];

/** How codes followed each other, with the law and whether somebody checked it. */
export function SuccessionTable({ area }: { area: AreaDetail }) {
  const { t } = useTranslation('regions');
  const side = (code: string, name: string) =>
    code === area.code ? (
      <span>
        {name} <Code>{code}</Code>
      </span>
    ) : (
      <Link to="/wilayah/$kode" params={{ kode: code }}>
        {name} <Code>{code}</Code>
      </Link>
    );
  const columns: Column<Succession>[] = [
    {
      id: 'change',
      header: t('succession.change'),
      primary: true,
      cell: (s) => t(`succession.kind.${s.kind}`),
    },
    { id: 'from', header: t('succession.from'), cell: (s) => side(s.oldCode, s.oldName) },
    { id: 'to', header: t('succession.to'), cell: (s) => side(s.newCode, s.newName) },
    { id: 'date', header: t('succession.date'), width: '8rem', cell: (s) => <DateText value={s.date} /> },
    {
      id: 'basis',
      header: t('succession.basis'),
      cell: (s) => (
        <span className={classes['cell']}>
          <span>{s.basis}</span>
          <MarkStatus mark={s.mark} />
        </span>
      ),
    },
  ];
  return (
    <Section title={t('succession.title')}>
      <DataTable
        caption={t('succession.title')}
        columns={columns}
        rowId={(s) => `${s.oldCode} ${s.newCode} ${s.date}`}
        data={{ rows: area.succession }}
      />
    </Section>
  );
}
