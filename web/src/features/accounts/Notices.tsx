import { Button } from '@mantine/core';
import type { Notice } from '@simpul/contract/accounts/notice';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { client } from '../../app/api.ts';
import { useCommand } from '../../app/use-command.ts';
import { useFormat } from '../../ui/FormatProvider.tsx';
import { Panel, Row, Stack } from '../../ui/Layout.tsx';
import { PlainList } from '../../ui/Rows.tsx';
import { Status } from '../../ui/Status.tsx';
import { shownNotices, wordsKey } from './notice-words.ts';
import classes from './Notices.module.css';

const noticesQuery = queryOptions({
  queryKey: ['accounts', 'notices'],
  queryFn: ({ signal }) => client.accounts.notices({}, { signal, context: {} }),
  staleTime: 60_000,
  refetchInterval: 5 * 60_000,
  retry: false,
});

/** What happened to the own account, or to others for who answers for accounts, until it is put aside. */
export function Notices() {
  const { t } = useTranslation('accounts');
  const { data } = useQuery(noticesQuery);
  const see = useCommand(client.accounts.seeNotices, { invalidates: [noticesQuery.queryKey] });
  if (!data || data.length === 0) return null;
  const { shown, more, ids } = shownNotices(data);
  return (
    <section aria-label={t('notice.title')} className={classes['notices']}>
      <Panel tone="wait">
        <Stack gap="sm">
          <PlainList>
            {shown.map((notice) => (
              <Line key={notice.id} notice={notice} />
            ))}
          </PlainList>
          {more > 0 && <span>{t('notice.more', { count: more })}</span>}
          {ids.length > 0 && (
            <Row>
              <Button size="sm" loading={see.isPending} onClick={() => see.mutate({ ids })}>
                {t('notice.seen')}
              </Button>
            </Row>
          )}
        </Stack>
      </Panel>
    </section>
  );
}

function Line({ notice }: { notice: Notice }) {
  const { t } = useTranslation('accounts');
  const { dateTime } = useFormat();
  return (
    <li>
      <Row spread>
        <Status kind={notice.approve ? 'wait' : 'info'}>
          {`${t(`notice.${wordsKey(notice)}`)} ${dateTime(notice.at)}`}
        </Status>
        {notice.own ? (
          <Link to="/pengaturan/sesi">{t('notice.toSessions')}</Link>
        ) : notice.personId ? (
          <Link to="/pengaturan/orang/$id" params={{ id: notice.personId }}>
            {t(notice.approve ? 'notice.toApprove' : 'notice.toPerson')}
          </Link>
        ) : (
          <Link to="/pengaturan/undangan">{t('notice.toInvitations')}</Link>
        )}
      </Row>
    </li>
  );
}
