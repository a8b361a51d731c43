import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Code } from '../../ui/Code.tsx';
import { DataTable } from '../../ui/data-table/DataTable.tsx';
import { Pager, TableHead } from '../../ui/data-table/TableTools.tsx';
import type { Column } from '../../ui/data-table/columns.ts';
import { useFormat } from '../../ui/FormatProvider.tsx';
import { EmptyState } from '../../ui/States.tsx';
import { ExportAreas } from './ExportAreas.tsx';
import { type AreaChild, childrenQuery } from './queries.ts';

const under = { province: 'regency', regency: 'district', district: 'village', village: undefined } as const;

/** One step down: the provinces, or what lies directly below an area. */
export function AreaChildren({ parent, cursor }: { parent?: string; cursor: string | undefined }) {
  const { t } = useTranslation('regions');
  const { count } = useFormat();
  const { data, error, refetch } = useQuery(childrenQuery(parent, cursor));
  const level = data?.items[0]?.level ?? 'province';
  const columns = useColumns(level);
  return (
    <div>
      <TableHead
        title={
          data
            ? t(`children.${level}`, { count: data.total, number: count(data.total) })
            : t('children.loading')
        }
        tools={data && data.items.length > 0 && <ExportAreas parent={parent} level={level} />}
      />
      <DataTable
        caption={t('children.caption')}
        columns={columns}
        rowId={(row) => row.code}
        data={data && { rows: data.items, total: data.total, nextCursor: data.nextCursor }}
        error={error}
        retry={() => void refetch()}
        empty={<EmptyState title={t('children.none')} />}
      />
      {data && (data.nextCursor ?? cursor) && (
        <Pager shown={data.items.length} total={data.total} nextCursor={data.nextCursor} />
      )}
    </div>
  );
}

function useColumns(level: AreaChild['level']): Column<AreaChild>[] {
  const { t } = useTranslation('regions');
  const { number } = useFormat();
  const below = under[level];
  return [
    {
      id: 'name',
      header: t('column.name'),
      primary: true,
      cell: (row) => (
        <Link to="/wilayah/$kode" params={{ kode: row.code }}>
          {row.name}
        </Link>
      ),
    },
    // Provinces and kecamatan are of one kind, and a kabupaten says its own in its name.
    ...(level === 'village'
      ? [{ id: 'kind', header: t('column.kind'), cell: (row: AreaChild) => t(`kind.${row.kind}`) }]
      : []),
    { id: 'code', header: t('column.code'), width: '10rem', cell: (row) => <Code>{row.code}</Code> },
    ...(below
      ? [
          {
            id: 'children',
            header: t(`level.${below}`),
            numeric: true,
            width: '10rem',
            cell: (row: AreaChild) => number(row.children),
          },
        ]
      : []),
  ];
}
