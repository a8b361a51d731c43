import { Button } from '@mantine/core';
import { invitationStates } from '@simpul/contract/accounts/invitation';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { UserPlus } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../../app/api.ts';
import { useCan } from '../../../app/me.ts';
import { useCommand } from '../../../app/use-command.ts';
import { useProblemText } from '../../../app/use-problem-text.ts';
import { Confirm } from '../../../ui/Confirm.tsx';
import { DataTable } from '../../../ui/data-table/DataTable.tsx';
import { Pager, PrintButton, TableHead, ViewMenu } from '../../../ui/data-table/TableTools.tsx';
import type { Column } from '../../../ui/data-table/columns.ts';
import { FilterChips, type FilterGroup, FilterPanel } from '../../../ui/Filters.tsx';
import { useFormat } from '../../../ui/FormatProvider.tsx';
import { Columns } from '../../../ui/Layout.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { EmptyState } from '../../../ui/States.tsx';
import { showToast } from '../../../ui/toasts.ts';
import { InvitationStatus } from './GrantStatus.tsx';
import classes from './Manage.module.css';
import { type Invitation, invitationsQuery } from './queries.ts';
import { useRoleWords } from './use-words.ts';

interface InvitationsProps {
  crumbs: readonly ReactNode[];
  state: (typeof invitationStates)[number] | undefined;
  cursor: string | undefined;
}

export function Invitations({ crumbs, state, cursor }: InvitationsProps) {
  const { t } = useTranslation('people');
  const { count } = useFormat();
  const problemText = useProblemText();
  const mayInvite = useCan('accounts.manage');
  const { data, error, refetch, isPlaceholderData } = useQuery(invitationsQuery({ state, cursor }));
  const [withdrawing, setWithdrawing] = useState<Invitation>();
  const withdraw = useCommand(client.accounts.withdrawInvitation, {
    onSuccess: () => {
      setWithdrawing(undefined);
      showToast({ kind: 'ok', text: t('withdraw.done') });
    },
    onError: (fault) => {
      setWithdrawing(undefined);
      showToast({ kind: 'late', text: problemText(fault) });
    },
  });
  const columns = useColumns(setWithdrawing);
  const groups: FilterGroup[] = [
    {
      key: 'keadaan',
      label: t('column.state'),
      kind: 'one',
      anyLabel: t('filter.any'),
      options: invitationStates.map((value) => ({ value, label: t(`invitationState.${value}`) })),
    },
  ];
  return (
    <>
      <PageHeader
        crumbs={crumbs}
        title={t('invitations.title')}
        sub={t('invitations.sub')}
        primary={
          mayInvite && (
            <Button
              variant="filled"
              leftSection={<UserPlus size={18} aria-hidden />}
              renderRoot={(root) => <Link to="/pengaturan/undangan/baru" {...root} />}
            >
              {t('people.invite')}
            </Button>
          )
        }
      />
      <Columns
        sideFirst
        side={<FilterPanel groups={groups} />}
        main={
          <>
            <TableHead
              title={
                data
                  ? t('invitations.found', { count: data.total, number: count(data.total) })
                  : t('invitations.title')
              }
              chips={<FilterChips groups={groups} />}
              tools={
                <>
                  <ViewMenu columns={columns} />
                  <PrintButton />
                </>
              }
            />
            <DataTable
              caption={t('invitations.title')}
              columns={columns}
              rowId={(row) => row.id}
              data={data && { rows: data.items, total: data.total, nextCursor: data.nextCursor }}
              error={data ? undefined : error}
              retry={() => void refetch()}
              refreshing={isPlaceholderData}
              empty={<EmptyState title={t('invitations.empty')}>{t('invitations.emptyText')}</EmptyState>}
            />
            {data && data.items.length > 0 && (
              <Pager shown={data.items.length} total={data.total} nextCursor={data.nextCursor} />
            )}
          </>
        }
      />
      {withdrawing && (
        <Confirm
          open
          title={t('withdraw.title', { name: withdrawing.name })}
          yes={t('withdraw.act')}
          busy={withdraw.isPending}
          onYes={() => withdraw.mutate({ id: withdrawing.id })}
          onNo={() => setWithdrawing(undefined)}
        >
          {t('withdraw.text')}
        </Confirm>
      )}
    </>
  );
}

function useColumns(onWithdraw: (i: Invitation) => void): Column<Invitation>[] {
  const { t } = useTranslation('people');
  const { dateTime } = useFormat();
  const words = useRoleWords();
  return [
    {
      id: 'nama',
      header: t('column.name'),
      primary: true,
      width: '28%',
      cell: (row) => (
        <span className={classes['cell']}>
          {row.personId ? (
            <Link to="/pengaturan/orang/$id" params={{ id: row.personId }}>
              {row.name}
            </Link>
          ) : (
            <span>{row.name}</span>
          )}
          <span className={classes['address']}>{row.email}</span>
        </span>
      ),
    },
    {
      id: 'peran',
      header: t('column.role'),
      cell: (row) => (
        <span className={classes['cell']}>
          <span>{words(row)}</span>
          <span className={classes['small']}>{row.basis}</span>
        </span>
      ),
    },
    { id: 'keadaan', header: t('column.state'), cell: (row) => <InvitationStatus state={row.state} /> },
    {
      id: 'sampai',
      header: t('column.until'),
      cell: (row) => (
        <span className={classes['cell']}>
          <span>{dateTime(row.expiresAt)}</span>
          <span className={classes['small']}>
            {t('invitations.by', { name: row.invitedByName ?? t('operator') })}
          </span>
        </span>
      ),
    },
    {
      id: 'tindakan',
      header: t('column.act'),
      cell: (row) =>
        row.abilities.withdraw && (
          <Button size="sm" onClick={() => onWithdraw(row)}>
            {t('withdraw.act')}
          </Button>
        ),
    },
  ];
}
