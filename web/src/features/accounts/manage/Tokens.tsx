import { Button, NativeSelect, TextInput } from '@mantine/core';
import { tokenDays, type Token } from '@simpul/contract/accounts/session';
import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, client } from '../../../app/api.ts';
import { useCommand } from '../../../app/use-command.ts';
import { useProblemText } from '../../../app/use-problem-text.ts';
import { Confirm } from '../../../ui/Confirm.tsx';
import { DataTable } from '../../../ui/data-table/DataTable.tsx';
import { TableHead } from '../../../ui/data-table/TableTools.tsx';
import type { Column } from '../../../ui/data-table/columns.ts';
import { useFormat } from '../../../ui/FormatProvider.tsx';
import { Stack } from '../../../ui/Layout.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { EmptyState } from '../../../ui/States.tsx';
import { Status, type StatusKind } from '../../../ui/Status.tsx';
import { showToast } from '../../../ui/toasts.ts';
import { ActForm } from './ActForm.tsx';
import { CodeOnce } from './CodeOnce.tsx';
import { useFormProblems } from './use-form.ts';

const kindOf: Record<Token['state'], StatusKind> = { valid: 'ok', expired: 'mut', revoked: 'mut' };
const dayChoices = [7, 30, tokenDays.standard, 180, tokenDays.most];

/** Tokens with which the command line acts for this person. */
export function Tokens({ crumbs }: { crumbs: readonly ReactNode[] }) {
  const { t } = useTranslation('people');
  const { count } = useFormat();
  const problemText = useProblemText();
  const { data, error, refetch } = useQuery(api.accounts.tokens.queryOptions());
  const [making, setMaking] = useState(false);
  const [secret, setSecret] = useState<string>();
  const [ending, setEnding] = useState<Token>();
  const revoke = useCommand(client.accounts.revokeToken, {
    onSuccess: () => {
      setEnding(undefined);
      showToast({ kind: 'ok', text: t('token.ended') });
    },
    onError: (fault) => {
      setEnding(undefined);
      showToast({ kind: 'late', text: problemText(fault) });
    },
  });
  const columns = useColumns(setEnding);
  const valid = (data ?? []).filter((token) => token.state === 'valid').length;
  return (
    <>
      <PageHeader
        crumbs={crumbs}
        title={t('token.title')}
        sub={t('token.sub')}
        primary={
          <Button
            variant="filled"
            leftSection={<Plus size={18} aria-hidden />}
            onClick={() => setMaking(true)}
          >
            {t('token.create')}
          </Button>
        }
      />
      <Stack gap="lg">
        {secret && <CodeOnce text={t('token.made')} secret={secret} />}
        <div>
          <TableHead
            title={data ? t('token.found', { count: valid, number: count(valid) }) : t('token.title')}
          />
          <DataTable
            caption={t('token.title')}
            columns={columns}
            rowId={(token) => token.id}
            data={data && { rows: data }}
            error={data ? undefined : error}
            retry={() => void refetch()}
            empty={<EmptyState title={t('token.empty')}>{t('token.emptyText')}</EmptyState>}
          />
        </div>
      </Stack>
      {making && (
        <NewToken
          onMade={(code) => {
            setMaking(false);
            setSecret(code);
          }}
          onClose={() => setMaking(false)}
        />
      )}
      {ending && (
        <Confirm
          open
          title={t('token.askEnd', { label: ending.label })}
          yes={t('token.end')}
          busy={revoke.isPending}
          onYes={() => revoke.mutate({ id: ending.id })}
          onNo={() => setEnding(undefined)}
        >
          {t('token.endText')}
        </Confirm>
      )}
    </>
  );
}

function NewToken({ onMade, onClose }: { onMade: (code: string | undefined) => void; onClose: () => void }) {
  const { t } = useTranslation('people');
  const form = useFormProblems('token');
  const [label, setLabel] = useState('');
  const [days, setDays] = useState(String(tokenDays.standard));
  const create = useCommand(client.accounts.createToken, {
    onSuccess: ({ code }) => onMade(code),
    onError: form.refused,
  });
  return (
    <ActForm
      title={t('token.create')}
      text={t('token.createText')}
      yes={t('token.yes')}
      busy={create.isPending}
      problems={form.problems}
      fault={form.fault}
      onSend={() =>
        form.check([['label', 'label', label.trim().length < 3]]) &&
        create.mutate({ label: label.trim(), days: Number(days) })
      }
      onClose={onClose}
    >
      <TextInput
        id="token-label"
        label={t('token.label')}
        description={t('token.labelHint')}
        error={form.messageOf('label')}
        maxLength={80}
        value={label}
        onChange={(e) => setLabel(e.currentTarget.value)}
      />
      <NativeSelect
        id="token-days"
        label={t('field.days')}
        value={days}
        onChange={(e) => setDays(e.currentTarget.value)}
        data={dayChoices.map((n) => ({ value: String(n), label: t('days', { count: n }) }))}
      />
    </ActForm>
  );
}

function useColumns(onEnd: (token: Token) => void): Column<Token>[] {
  const { t } = useTranslation('people');
  const { dateTime } = useFormat();
  return [
    { id: 'untuk', header: t('token.column'), primary: true, width: '35%', cell: (token) => token.label },
    {
      id: 'keadaan',
      header: t('column.state'),
      cell: (token) => <Status kind={kindOf[token.state]}>{t(`tokenState.${token.state}`)}</Status>,
    },
    { id: 'dibuat', header: t('column.made'), cell: (token) => dateTime(token.createdAt) },
    {
      id: 'sampai',
      header: t('column.until'),
      cell: (token) => dateTime(token.revokedAt ?? token.expiresAt),
    },
    {
      id: 'tindakan',
      header: t('column.act'),
      cell: (token) =>
        token.state === 'valid' && (
          <Button size="sm" onClick={() => onEnd(token)}>
            {t('token.end')}
          </Button>
        ),
    },
  ];
}
