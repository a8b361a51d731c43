import { Button } from '@mantine/core';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Monitor, Smartphone } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { auth, type Session } from '../../app/auth.ts';
import { Confirm } from '../../ui/Confirm.tsx';
import { useFormat } from '../../ui/FormatProvider.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { ProblemStates } from '../../ui/ProblemStates.tsx';
import { PlainList } from '../../ui/Rows.tsx';
import { Section } from '../../ui/Section.tsx';
import { SkeletonRows } from '../../ui/States.tsx';
import { Status } from '../../ui/Status.tsx';
import { showToast } from '../../ui/toasts.ts';
import { deviceOf } from './device.ts';
import classes from './Sessions.module.css';

const sessionsQuery = queryOptions({
  queryKey: ['sessions'],
  queryFn: async () => {
    const [all, current] = await Promise.all([auth.listSessions(), auth.currentSession()]);
    const token = current?.session.token;
    return all
      .map((session) => ({ ...session, here: session.token === token }))
      .toSorted((a, b) => Number(b.here) - Number(a.here) || b.updatedAt.localeCompare(a.updatedAt));
  },
});

/** Where this person is signed in, and a way to end each of them. */
export function Sessions({ crumbs }: { crumbs: readonly ReactNode[] }) {
  const { t } = useTranslation('accounts');
  const queries = useQueryClient();
  const { data, error, refetch } = useQuery(sessionsQuery);
  const [ending, setEnding] = useState<Session | 'others'>();
  const end = useMutation({
    mutationFn: (what: Session | 'others') =>
      what === 'others' ? auth.revokeOtherSessions() : auth.revokeSession(what.token),
    onSuccess: async () => {
      setEnding(undefined);
      showToast({ kind: 'ok', text: t('sessions.ended') });
      await queries.invalidateQueries({ queryKey: sessionsQuery.queryKey });
    },
    onError: () => {
      setEnding(undefined);
      showToast({ kind: 'late', text: t('sessions.notEnded') });
    },
  });
  const others = (data ?? []).filter((session) => !session.here);
  return (
    <>
      <PageHeader
        crumbs={crumbs}
        title={data ? t('sessions.title', { count: data.length }) : t('sessions.plain')}
        sub={t('sessions.sub')}
        primary={others.length > 1 && <Button onClick={() => setEnding('others')}>{t('sessions.endOthers')}</Button>}
      />
      {error ? (
        <ProblemStates error={error} retry={() => void refetch()} />
      ) : !data ? (
        <SkeletonRows rows={3} />
      ) : (
        <Section title={t('sessions.list')}>
          <PlainList>
            {data.map((session) => (
              <Line key={session.token} session={session} onEnd={() => setEnding(session)} />
            ))}
          </PlainList>
        </Section>
      )}
      <Confirm
        open={ending !== undefined}
        title={t(ending === 'others' ? 'sessions.askOthers' : 'sessions.ask')}
        yes={t(ending === 'others' ? 'sessions.endOthers' : 'sessions.end')}
        busy={end.isPending}
        onYes={() => ending && end.mutate(ending)}
        onNo={() => setEnding(undefined)}
      >
        {t('sessions.askText')}
      </Confirm>
    </>
  );
}

function Line({ session, onEnd }: { session: Session & { here: boolean }; onEnd: () => void }) {
  const { t } = useTranslation('accounts');
  const { dateTime } = useFormat();
  const device = deviceOf(session.userAgent ?? '');
  const Icon = device.phone ? Smartphone : Monitor;
  const name = [device.browser ?? t('sessions.unknown'), device.system].filter(Boolean).join(', ');
  return (
    <li className={classes['line']}>
      <Icon size={24} strokeWidth={1.5} aria-hidden />
      <div>
        <strong>{name}</strong>
        <p className={classes['quiet']}>
          {t('sessions.since', { from: dateTime(session.createdAt), seen: dateTime(session.updatedAt) })}
        </p>
      </div>
      {session.here ? (
        <Status kind="ok">{t('sessions.here')}</Status>
      ) : (
        <Button size="sm" onClick={onEnd} aria-label={t('sessions.endNamed', { name })}>
          {t('sessions.end')}
        </Button>
      )}
    </li>
  );
}
