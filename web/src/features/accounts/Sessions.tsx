import { Button } from '@mantine/core';
import type { Session } from '@simpul/contract/accounts/session';
import { useQuery } from '@tanstack/react-query';
import { Monitor, Smartphone } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, client } from '../../app/api.ts';
import { useCommand } from '../../app/use-command.ts';
import { useProblemText } from '../../app/use-problem-text.ts';
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

const sessionsQuery = api.accounts.sessions.queryOptions();

/** Where this person is signed in, and a way to end each of them. */
export function Sessions({ crumbs }: { crumbs: readonly ReactNode[] }) {
  const { t } = useTranslation('accounts');
  const problemText = useProblemText();
  const { data, error, refetch } = useQuery(sessionsQuery);
  const [ending, setEnding] = useState<Session | 'others'>();
  const settled = {
    onSuccess: () => {
      setEnding(undefined);
      showToast({ kind: 'ok', text: t('sessions.ended') });
    },
    onError: (fault: Error) => {
      setEnding(undefined);
      showToast({ kind: 'late', text: problemText(fault) });
    },
  };
  const endOne = useCommand(client.accounts.revokeSession, settled);
  const endOthers = useCommand(client.accounts.revokeOtherSessions, settled);
  const end = () => {
    if (ending === 'others') endOthers.mutate(undefined);
    else if (ending) endOne.mutate({ id: ending.id });
  };
  const others = (data ?? []).filter((session) => !session.current);
  return (
    <>
      <PageHeader
        crumbs={crumbs}
        title={data ? t('sessions.title', { count: data.length }) : t('sessions.plain')}
        sub={t('sessions.sub')}
        primary={
          others.length > 1 && <Button onClick={() => setEnding('others')}>{t('sessions.endOthers')}</Button>
        }
      />
      {error ? (
        <ProblemStates error={error} retry={() => void refetch()} />
      ) : !data ? (
        <SkeletonRows rows={3} />
      ) : (
        <Section title={t('sessions.list')}>
          <PlainList>
            {data.map((session) => (
              <Line key={session.id} session={session} onEnd={() => setEnding(session)} />
            ))}
          </PlainList>
        </Section>
      )}
      <Confirm
        open={ending !== undefined}
        title={t(ending === 'others' ? 'sessions.askOthers' : 'sessions.ask')}
        yes={t(ending === 'others' ? 'sessions.endOthers' : 'sessions.end')}
        busy={endOne.isPending || endOthers.isPending}
        onYes={end}
        onNo={() => setEnding(undefined)}
      >
        {t('sessions.askText')}
      </Confirm>
    </>
  );
}

function Line({ session, onEnd }: { session: Session; onEnd: () => void }) {
  const { t } = useTranslation('accounts');
  const { dateTime } = useFormat();
  const device = deviceOf(session.device);
  const Icon = device.phone ? Smartphone : Monitor;
  const name = [device.browser ?? t('sessions.unknown'), device.system].filter(Boolean).join(', ');
  return (
    <li className={classes['line']}>
      <Icon size={24} strokeWidth={1.5} aria-hidden />
      <div>
        <strong>{name}</strong>
        <p className={classes['quiet']}>
          {t('sessions.since', { from: dateTime(session.createdAt), until: dateTime(session.expiresAt) })}
        </p>
      </div>
      {session.current ? (
        <Status kind="ok">{t('sessions.here')}</Status>
      ) : (
        <Button size="sm" onClick={onEnd} aria-label={t('sessions.endNamed', { name })}>
          {t('sessions.end')}
        </Button>
      )}
    </li>
  );
}
