import { Button, NativeSelect, TextInput } from '@mantine/core';
import { personStates } from '@simpul/contract/accounts/person';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Search, UserPlus } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCan } from '../../../app/me.ts';
import { DataTable } from '../../../ui/data-table/DataTable.tsx';
import { Pager, PrintButton, TableHead, ViewMenu } from '../../../ui/data-table/TableTools.tsx';
import type { Column } from '../../../ui/data-table/columns.ts';
import { FilterChips, type FilterGroup, FilterPanel } from '../../../ui/Filters.tsx';
import { useFormat } from '../../../ui/FormatProvider.tsx';
import { Columns } from '../../../ui/Layout.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { EmptyState } from '../../../ui/States.tsx';
import { Status } from '../../../ui/Status.tsx';
import { useSearchState } from '../../../ui/use-search-state.ts';
import { PersonStatus } from './GrantStatus.tsx';
import classes from './Manage.module.css';
import { peopleQuery, type PersonLine } from './queries.ts';
import { useAgencyChoices, useRoleChoices, useRoleWords } from './use-words.ts';

interface PeopleProps {
  crumbs: readonly ReactNode[];
  role: string | undefined;
  agency: string | undefined;
  state: (typeof personStates)[number] | undefined;
  cursor: string | undefined;
}

/** Accounts of the task force. The name searched for stays out of the address bar, unlike the filters. */
export function People({ crumbs, role, agency, state, cursor }: PeopleProps) {
  const { t } = useTranslation('people');
  const { count } = useFormat();
  const { set } = useSearchState();
  const mayInvite = useCan('accounts.manage');
  const [text, setText] = useState('');
  const query = useQuery(peopleQuery({ text: text || undefined, role, agencyId: agency, state, cursor }));
  const { data, error, refetch } = query;
  const columns = useColumns();
  const groups: FilterGroup[] = [
    {
      key: 'keadaan',
      label: t('column.state'),
      kind: 'one',
      anyLabel: t('filter.any'),
      options: personStates.map((value) => ({ value, label: t(`state.${value}`) })),
    },
  ];
  const chips = useChips(groups, role, agency);
  return (
    <>
      <PageHeader
        crumbs={crumbs}
        title={t('people.title')}
        sub={t('people.sub')}
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
        side={
          <FilterPanel groups={groups}>
            <Fields
              role={role}
              agency={agency}
              onText={(next) => (setText(next), cursor && set({ kursor: undefined }))}
            />
          </FilterPanel>
        }
        main={
          <>
            <TableHead
              title={
                data ? t('people.found', { count: data.total, number: count(data.total) }) : t('people.title')
              }
              chips={<FilterChips groups={chips} />}
              tools={
                <>
                  <ViewMenu columns={columns} />
                  <PrintButton />
                </>
              }
            />
            <DataTable
              caption={t('people.title')}
              columns={columns}
              rowId={(row) => row.id}
              data={data && { rows: data.items, total: data.total, nextCursor: data.nextCursor }}
              error={data ? undefined : error}
              retry={() => void refetch()}
              refreshing={query.isPlaceholderData}
              empty={<EmptyState title={t('people.empty')}>{t('people.emptyText')}</EmptyState>}
            />
            {data && data.items.length > 0 && (
              <Pager shown={data.items.length} total={data.total} nextCursor={data.nextCursor} />
            )}
          </>
        }
      />
    </>
  );
}

function Fields({
  role,
  agency,
  onText,
}: {
  role: string | undefined;
  agency: string | undefined;
  onText: (text: string) => void;
}) {
  const { t } = useTranslation('people');
  const { set } = useSearchState();
  const [typed, setTyped] = useState('');
  const [, ...agencies] = useAgencyChoices();
  return (
    <div className={classes['filters']}>
      <form
        role="search"
        onSubmit={(e) => {
          e.preventDefault();
          onText(typed.trim());
        }}
      >
        <TextInput
          type="search"
          label={t('filter.text')}
          leftSection={<Search size={18} aria-hidden />}
          maxLength={80}
          value={typed}
          onChange={(e) => setTyped(e.currentTarget.value)}
          onBlur={() => onText(typed.trim())}
        />
      </form>
      <NativeSelect
        label={t('column.role')}
        value={role ?? ''}
        onChange={(e) => set({ peran: e.currentTarget.value || undefined })}
        data={[{ value: '', label: t('filter.anyRole') }, ...useRoleChoices()]}
      />
      <NativeSelect
        label={t('column.agency')}
        value={agency ?? ''}
        onChange={(e) => set({ lembaga: e.currentTarget.value || undefined })}
        data={[{ value: '', label: t('filter.anyAgency') }, ...agencies]}
      />
    </div>
  );
}

/** Chips say every filter of the address that is on, the fields' own ones included. */
function useChips(
  groups: FilterGroup[],
  role: string | undefined,
  agency: string | undefined,
): FilterGroup[] {
  const { t } = useTranslation('people');
  const agencies = useAgencyChoices();
  const roles = useRoleChoices();
  const one = (
    key: string,
    label: string,
    value: string | undefined,
    choices: { value: string; label: string }[],
  ): FilterGroup => ({
    key,
    label,
    kind: 'one',
    options: choices.filter((c) => c.value === value),
  });
  return [
    one('peran', t('column.role'), role, roles),
    one('lembaga', t('column.agency'), agency, agencies),
    ...groups,
  ];
}

function useColumns(): Column<PersonLine>[] {
  const { t } = useTranslation('people');
  const words = useRoleWords();
  return [
    {
      id: 'nama',
      header: t('column.name'),
      primary: true,
      width: '35%',
      cell: (row) => (
        <span className={classes['cell']}>
          <Link to="/pengaturan/orang/$id" params={{ id: row.id }}>
            {row.name}
          </Link>
          {row.email && <span className={classes['address']}>{row.email}</span>}
        </span>
      ),
    },
    {
      id: 'peran',
      header: t('column.role'),
      cell: (row) =>
        row.roles.length === 0 ? (
          <span className={classes['small']}>{t('people.noRole')}</span>
        ) : (
          <ul className={classes['roles']}>
            {row.roles.map((role) => (
              <li key={words(role)}>{words(role)}</li>
            ))}
          </ul>
        ),
    },
    { id: 'keadaan', header: t('column.state'), cell: (row) => <PersonStatus state={row.state} /> },
    {
      id: 'faktor',
      header: t('column.secondFactor'),
      hideable: true,
      width: '8.5rem',
      cell: (row) => (
        <Status kind={row.secondFactor ? 'ok' : 'wait'}>
          {t(row.secondFactor ? 'factor.on' : 'factor.off')}
        </Status>
      ),
    },
  ];
}
