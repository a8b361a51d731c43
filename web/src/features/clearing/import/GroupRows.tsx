import { Button } from '@mantine/core';
import { problemMessage } from '@simpul/contract/clearing/problem-messages';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { client } from '../../../app/api.ts';
import { DataTable } from '../../../ui/data-table/DataTable.tsx';
import type { Column } from '../../../ui/data-table/columns.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { useFormat } from '../../../ui/FormatProvider.tsx';
import { Row, Stack } from '../../../ui/Layout.tsx';
import classes from '../Clearing.module.css';
import { clearingKey, type Import, type ProblemGroup, type RowProblem } from '../queries.ts';
import { useWords } from '../use-words.ts';

/** All rows of one cause, values masked where they are identity. */
export function GroupRows({
  imp,
  group,
  onClose,
}: {
  imp: Import;
  group: ProblemGroup;
  onClose: () => void;
}) {
  const { t } = useTranslation('clearing-import');
  const { count, number } = useFormat();
  const { language } = useWords();
  const query = useInfiniteQuery({
    queryKey: [...clearingKey, 'problems', imp.id, imp.version, group.code, group.field],
    queryFn: ({ pageParam, signal }) =>
      client.clearing.listProblems(
        { id: imp.id, code: group.code, field: group.field ?? undefined, cursor: pageParam, limit: 50 },
        { signal, context: {} },
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
  const rows = query.data?.pages.flatMap((page) => page.items);
  const total = query.data?.pages[0]?.total ?? group.rows;
  const columns: Column<RowProblem>[] = [
    { id: 'row', header: t('column.row'), numeric: true, primary: true, cell: (p) => number(p.row) },
    { id: 'letter', header: t('column.letter'), cell: (p) => p.column ?? '–' },
    {
      id: 'what',
      header: t('column.what'),
      cell: (p) => {
        const message = problemMessage(p, language);
        return `${message.what} ${message.mend}`;
      },
    },
  ];
  return (
    <Dialog open wide title={problemMessage(group.example, language).title} onClose={onClose}>
      <Stack>
        <p className={classes['quiet']}>
          {t('rowsOf.sub', { count: total, number: count(total) })} {t('rowsOf.mend')}
        </p>
        <DataTable
          caption={t('rowsOf.caption')}
          columns={columns}
          rowId={(p) => `${p.row} ${p.column ?? ''} ${p.field ?? ''}`}
          data={rows && { rows }}
          error={query.error}
          retry={() => void query.refetch()}
        />
        {query.hasNextPage && (
          <Row>
            <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
              {t('rowsOf.more')}
            </Button>
          </Row>
        )}
      </Stack>
    </Dialog>
  );
}
