import { shortAreaName } from '@simpul/contract/regions/rules';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Code } from '../../ui/Code.tsx';
import { DataTable } from '../../ui/data-table/DataTable.tsx';
import { TableHead } from '../../ui/data-table/TableTools.tsx';
import type { Column } from '../../ui/data-table/columns.ts';
import { useFormat } from '../../ui/FormatProvider.tsx';
import { EmptyState } from '../../ui/States.tsx';
import { Status } from '../../ui/Status.tsx';
import classes from './Regions.module.css';
import { type AreaHit, searchQuery } from './queries.ts';

/** What a text may mean, best first. */
export function AreaResults({ text }: { text: string }) {
  const { t } = useTranslation('regions');
  const { data, error, refetch, isPlaceholderData } = useQuery(searchQuery(text));
  const columns = useColumns();
  const nearly = data?.items.length !== 0 && data?.items.every((hit) => hit.match === 'typo');
  return (
    <div>
      <TableHead
        title={
          !data
            ? t('search.searching')
            : nearly
              ? t('search.nearly', { text })
              : t('search.found', { count: data.items.length, text })
        }
      />
      <DataTable
        caption={t('search.caption')}
        columns={columns}
        rowId={(hit) => hit.code}
        data={data && { rows: data.items }}
        error={error}
        retry={() => void refetch()}
        refreshing={isPlaceholderData}
        empty={
          <EmptyState title={t('search.none', { text })}>
            {data?.hint === 'code_needs_dots' ? t('search.codeNeedsDots') : t('search.noneText')}
          </EmptyState>
        }
      />
    </div>
  );
}

function useColumns(): Column<AreaHit>[] {
  const { t } = useTranslation('regions');
  const { date } = useFormat();
  const note = (hit: AreaHit) => {
    if (!hit.note) return null;
    const { kind, text } = hit.note;
    const words = t(`note.${kind}`, { text: kind === 'ended' ? date(text) : text });
    return <Status kind={kind === 'ended' ? 'mut' : 'info'}>{words}</Status>;
  };
  return [
    {
      id: 'name',
      header: t('column.name'),
      primary: true,
      cell: (hit) => (
        <span className={classes['cell']}>
          <Link to="/wilayah/$kode" params={{ kode: hit.code }}>
            {hit.name}
          </Link>
          {hit.path.length > 0 && (
            <span className={classes['small']}>{[...hit.path].reverse().map(shortAreaName).join(', ')}</span>
          )}
          {note(hit)}
        </span>
      ),
    },
    { id: 'kind', header: t('column.kind'), cell: (hit) => t(`kind.${hit.kind}`) },
    { id: 'code', header: t('column.code'), width: '10rem', cell: (hit) => <Code>{hit.code}</Code> },
  ];
}
