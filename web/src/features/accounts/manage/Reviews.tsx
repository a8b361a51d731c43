import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../../app/api.ts';
import { useCan } from '../../../app/me.ts';
import { useCommand } from '../../../app/use-command.ts';
import { useProblemText } from '../../../app/use-problem-text.ts';
import { DataTable } from '../../../ui/data-table/DataTable.tsx';
import { Pager, PrintButton, TableHead } from '../../../ui/data-table/TableTools.tsx';
import type { Column } from '../../../ui/data-table/columns.ts';
import { useFormat } from '../../../ui/FormatProvider.tsx';
import { Row } from '../../../ui/Layout.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { EmptyState } from '../../../ui/States.tsx';
import { Status } from '../../../ui/Status.tsx';
import { showToast } from '../../../ui/toasts.ts';
import classes from './Manage.module.css';
import { type Grant, reviewsQuery } from './queries.ts';
import { ReasonDialog } from './ReasonDialog.tsx';
import { useRoleWords, useSpan } from './use-words.ts';

interface ReviewsProps {
  crumbs: readonly ReactNode[];
  cursor: string | undefined;
  today: string;
}

/** Roles whose yearly review is near or past: each is kept for a year or ended. */
export function Reviews({ crumbs, cursor, today }: ReviewsProps) {
  const { t } = useTranslation('people');
  const { count } = useFormat();
  const words = useRoleWords();
  const problemText = useProblemText();
  const { data, error, refetch, isPlaceholderData } = useQuery(reviewsQuery(cursor));
  const [ending, setEnding] = useState<Grant>();
  const confirm = useCommand(client.accounts.reviewGrant, {
    onSuccess: () => showToast({ kind: 'ok', text: t('review.kept') }),
    onError: (fault) => showToast({ kind: 'late', text: problemText(fault) }),
  });
  const end = useCommand(client.accounts.reviewGrant, {
    onSuccess: () => {
      setEnding(undefined);
      showToast({ kind: 'ok', text: t('end.done') });
    },
  });
  const columns = useColumns(today, {
    busy: confirm.isPending ? confirm.variables.id : undefined,
    onKeep: (g) => confirm.mutate({ id: g.id, version: g.version, decision: 'confirm' }),
    onEnd: setEnding,
  });
  return (
    <>
      <PageHeader crumbs={crumbs} title={t('review.title')} sub={t('review.sub')} />
      <TableHead
        title={data ? t('review.found', { count: data.total, number: count(data.total) }) : t('review.title')}
        tools={<PrintButton />}
      />
      <DataTable
        caption={t('review.title')}
        columns={columns}
        rowId={(g) => g.id}
        data={data && { rows: data.items, total: data.total, nextCursor: data.nextCursor }}
        error={data ? undefined : error}
        retry={() => void refetch()}
        refreshing={isPlaceholderData}
        empty={<EmptyState title={t('review.empty')}>{t('review.emptyText')}</EmptyState>}
      />
      {data && data.items.length > 0 && (
        <Pager shown={data.items.length} total={data.total} nextCursor={data.nextCursor} />
      )}
      {ending && (
        <ReasonDialog
          title={t('end.titleOf', { role: words(ending), name: ending.personName })}
          text={t('end.text')}
          question={t('end.why')}
          yes={t('end.yes')}
          busy={end.isPending}
          error={end.error}
          onYes={(reason) => end.mutate({ id: ending.id, version: ending.version, decision: 'end', reason })}
          onClose={() => {
            end.reset();
            setEnding(undefined);
          }}
        />
      )}
    </>
  );
}

interface Acts {
  busy: string | undefined;
  onKeep: (g: Grant) => void;
  onEnd: (g: Grant) => void;
}

function useColumns(today: string, { busy, onKeep, onEnd }: Acts): Column<Grant>[] {
  const { t } = useTranslation('people');
  const { date } = useFormat();
  const words = useRoleWords();
  const span = useSpan();
  const seesPeople = useCan('accounts.read');
  return [
    {
      id: 'nama',
      header: t('column.name'),
      primary: true,
      width: '22%',
      cell: (g) =>
        seesPeople ? (
          <Link to="/pengaturan/orang/$id" params={{ id: g.personId }}>
            {g.personName}
          </Link>
        ) : (
          g.personName
        ),
    },
    {
      id: 'peran',
      header: t('column.role'),
      cell: (g) => (
        <span className={classes['cell']}>
          <span>{words(g)}</span>
          <span className={classes['small']}>
            {g.basis}; {span(g)}
          </span>
        </span>
      ),
    },
    {
      id: 'jatuh',
      header: t('column.due'),
      cell: (g) => (
        <span className={classes['cell']}>
          <span>{date(g.reviewDue)}</span>
          {g.reviewDue < today && <Status kind="late">{t('review.overdue')}</Status>}
        </span>
      ),
    },
    {
      id: 'tindakan',
      header: t('column.act'),
      width: '10.5rem',
      cell: (g) =>
        g.abilities.review ? (
          <Row>
            <Button size="sm" loading={busy === g.id} onClick={() => onKeep(g)}>
              {t('review.keep')}
            </Button>
            <Button size="sm" onClick={() => onEnd(g)}>
              {t('end.act')}
            </Button>
          </Row>
        ) : (
          <span className={classes['small']}>{t('review.own')}</span>
        ),
    },
  ];
}
