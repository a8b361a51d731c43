import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../../app/api.ts';
import { useCommand } from '../../../app/use-command.ts';
import { DataTable } from '../../../ui/data-table/DataTable.tsx';
import type { Column } from '../../../ui/data-table/columns.ts';
import { useFormat } from '../../../ui/FormatProvider.tsx';
import { Section } from '../../../ui/Section.tsx';
import { EmptyState } from '../../../ui/States.tsx';
import { showToast } from '../../../ui/toasts.ts';
import { GrantStatus } from './GrantStatus.tsx';
import classes from './Manage.module.css';
import type { Grant, PersonDetail } from './queries.ts';
import { ReasonDialog } from './ReasonDialog.tsx';
import { useRoleWords, useSpan } from './use-words.ts';

/** Columns that say nothing about a role that is over. */
const ofOpen = ['tinjauan', 'tindakan'];

/** Every role a person ever held: what counts now, and what is over with who ended it and why. */
export function Grants({ person }: { person: PersonDetail }) {
  const { t } = useTranslation('people');
  const words = useRoleWords();
  const [ending, setEnding] = useState<Grant>();
  const end = useCommand(client.accounts.endGrant, {
    onSuccess: () => {
      setEnding(undefined);
      showToast({ kind: 'ok', text: t('end.done') });
    },
  });
  const columns = useColumns(setEnding);
  const open = person.grants.filter((g) => g.state === 'valid' || g.state === 'coming');
  const over = person.grants.filter((g) => g.state === 'lapsed' || g.state === 'ended');
  return (
    <>
      <Section title={t('detail.roles')} rule={false}>
        <DataTable
          caption={t('detail.roles')}
          columns={columns}
          rowId={(g) => g.id}
          data={{ rows: open }}
          empty={<EmptyState title={t('detail.noRoles')}>{t('detail.noRolesText')}</EmptyState>}
        />
      </Section>
      {over.length > 0 && (
        <Section title={t('detail.past')} rule={false}>
          <DataTable
            caption={t('detail.past')}
            columns={columns.filter((c) => !ofOpen.includes(c.id))}
            rowId={(g) => g.id}
            data={{ rows: over }}
          />
        </Section>
      )}
      {ending && (
        <ReasonDialog
          title={t('end.title', { role: words(ending) })}
          text={t('end.text')}
          question={t('end.why')}
          yes={t('end.yes')}
          busy={end.isPending}
          error={end.error}
          onYes={(reason) => end.mutate({ id: ending.id, version: ending.version, reason })}
          onClose={() => {
            end.reset();
            setEnding(undefined);
          }}
        />
      )}
    </>
  );
}

function useColumns(onEnd: (g: Grant) => void): Column<Grant>[] {
  const { t } = useTranslation('people');
  const { date, dateTime } = useFormat();
  const words = useRoleWords();
  const span = useSpan();
  return [
    {
      id: 'peran',
      header: t('column.role'),
      primary: true,
      width: '30%',
      cell: (g) => (
        <span className={classes['cell']}>
          <span>{words(g)}</span>
          <span className={classes['small']}>{g.basis}</span>
        </span>
      ),
    },
    { id: 'masa', header: t('column.span'), cell: (g) => span(g) },
    {
      id: 'keadaan',
      header: t('column.state'),
      cell: (g) => (
        <span className={classes['cell']}>
          <GrantStatus state={g.state} />
          {g.endedAt && (
            <span className={classes['small']}>
              {t('detail.endedBy', {
                at: dateTime(g.endedAt),
                by: g.endedByName ?? t('unknown'),
                reason: g.endedReason ?? '',
              })}
            </span>
          )}
        </span>
      ),
    },
    {
      id: 'tinjauan',
      header: t('column.review'),
      cell: (g) =>
        g.state === 'ended' || g.state === 'lapsed' ? (
          ''
        ) : (
          <span className={classes['cell']}>
            <span>{date(g.reviewDue)}</span>
            {g.reviewedAt && (
              <span className={classes['small']}>
                {t('detail.reviewedBy', { at: date(g.reviewedAt), by: g.reviewedByName ?? t('unknown') })}
              </span>
            )}
          </span>
        ),
    },
    {
      id: 'pemberi',
      header: t('column.grantedBy'),
      cell: (g) => g.grantedByName ?? t('unknown'),
    },
    {
      id: 'tindakan',
      header: t('column.act'),
      cell: (g) =>
        g.abilities.end && (
          <Button size="sm" onClick={() => onEnd(g)}>
            {t('end.act')}
          </Button>
        ),
    },
  ];
}
