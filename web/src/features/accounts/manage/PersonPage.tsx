import { Button } from '@mantine/core';
import type { MadeRecovery } from '@simpul/contract/accounts/invitation';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../../app/api.ts';
import { useCan } from '../../../app/me.ts';
import { useCommand } from '../../../app/use-command.ts';
import { useProblemText } from '../../../app/use-problem-text.ts';
import { useFormat } from '../../../ui/FormatProvider.tsx';
import { Panel, Stack } from '../../../ui/Layout.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { ProblemStates } from '../../../ui/ProblemStates.tsx';
import { SkeletonRows } from '../../../ui/States.tsx';
import { Status } from '../../../ui/Status.tsx';
import { SummaryList } from '../../../ui/SummaryList.tsx';
import { showToast } from '../../../ui/toasts.ts';
import { CodeOnce, linkOf } from './CodeOnce.tsx';
import { GrantRoleDialog } from './GrantRoleDialog.tsx';
import { Grants } from './Grants.tsx';
import { PersonStatus } from './GrantStatus.tsx';
import { ApproveDialog, RecoveryNote } from './Recovery.tsx';
import { type PersonDetail, personQuery } from './queries.ts';
import { ReasonDialog } from './ReasonDialog.tsx';

type Act = 'grant' | 'suspend' | 'recover' | 'approve';

interface PersonPageProps {
  crumbs: readonly ReactNode[];
  id: string;
  today: string;
}

/** One account: what it is, what it may be stopped or helped with, every role it held. */
export function PersonPage({ crumbs, id, today }: PersonPageProps) {
  const { t } = useTranslation('people');
  const { data, error, refetch } = useQuery(personQuery(id));
  const [asking, setAsking] = useState<Act>();
  const [made, setMade] = useState<MadeRecovery>();
  const done = (key: string) => () => {
    setAsking(undefined);
    showToast({ kind: 'ok', text: t(key) });
  };
  const problemText = useProblemText();
  const onError = (fault: Error) => showToast({ kind: 'late', text: problemText(fault) });
  const suspend = useCommand(client.accounts.suspend, {
    onSuccess: () => {
      setMade(undefined);
      done('suspend.done')();
    },
  });
  const reactivate = useCommand(client.accounts.reactivate, { onSuccess: done('reactivate.done'), onError });
  const unlock = useCommand(client.accounts.unlock, { onSuccess: done('unlock.done'), onError });
  const recover = useCommand(client.accounts.createRecovery, {
    onSuccess: (recovery) => {
      setAsking(undefined);
      setMade(recovery);
    },
  });
  const approve = useCommand(client.accounts.approveRecovery, { onSuccess: done('recover.approved') });
  const close = () => {
    suspend.reset();
    recover.reset();
    approve.reset();
    setAsking(undefined);
  };
  const may = data?.abilities;
  return (
    <>
      <PageHeader
        crumbs={crumbs}
        title={data?.name ?? t('people.one')}
        sub={data?.email}
        acts={
          <>
            {may?.recover && <Button onClick={() => setAsking('recover')}>{t('recover.act')}</Button>}
            {may?.suspend && <Button onClick={() => setAsking('suspend')}>{t('suspend.act')}</Button>}
          </>
        }
        primary={
          data && may?.reactivate ? (
            <Button
              variant="filled"
              loading={reactivate.isPending}
              onClick={() => reactivate.mutate({ id, version: data.version })}
            >
              {t('reactivate.act')}
            </Button>
          ) : (
            may?.grant && (
              <Button variant="filled" onClick={() => setAsking('grant')}>
                {t('grant.act')}
              </Button>
            )
          )
        }
      />
      {error ? (
        <ProblemStates error={error} retry={() => void refetch()} />
      ) : !data ? (
        <SkeletonRows rows={8} />
      ) : (
        <Stack gap="lg">
          {made?.code && (
            <CodeOnce
              text={t(made.secondPerson ? 'recover.madeSecond' : 'recover.made', { name: data.name })}
              secret={linkOf('pulihkan', made.code)}
            />
          )}
          {data.recovery && <RecoveryNote recovery={data.recovery} onApprove={() => setAsking('approve')} />}
          <Notes person={data} busy={unlock.isPending} onUnlock={() => unlock.mutate({ id })} />
          <Facts person={data} />
          <Grants person={data} />
        </Stack>
      )}
      {data && asking === 'grant' && <GrantRoleDialog person={data} today={today} onClose={close} />}
      {data && asking === 'suspend' && (
        <ReasonDialog
          title={t('suspend.title', { name: data.name })}
          text={t('suspend.text')}
          question={t('suspend.why')}
          yes={t('suspend.yes')}
          busy={suspend.isPending}
          error={suspend.error}
          onYes={(reason) => suspend.mutate({ id, version: data.version, reason })}
          onClose={close}
        />
      )}
      {data && asking === 'recover' && (
        <ReasonDialog
          title={t('recover.title', { name: data.name })}
          text={t('recover.text')}
          question={t('recover.why')}
          yes={t('recover.yes')}
          busy={recover.isPending}
          error={recover.error}
          onYes={(reason) => recover.mutate({ personId: id, reason })}
          onClose={close}
        />
      )}
      {data?.recovery && asking === 'approve' && (
        <ApproveDialog
          name={data.name}
          busy={approve.isPending}
          error={approve.error}
          onYes={(reason) => approve.mutate({ id: data.recovery?.id ?? '', reason })}
          onClose={close}
        />
      )}
    </>
  );
}

function Notes({ person, busy, onUnlock }: { person: PersonDetail; busy: boolean; onUnlock: () => void }) {
  const { t } = useTranslation('people');
  const { dateTime } = useFormat();
  return (
    <>
      {person.suspendedAt && (
        <Panel tone="wait">
          {t('detail.suspended', { at: dateTime(person.suspendedAt), reason: person.suspendedReason ?? '' })}
        </Panel>
      )}
      {person.lockedUntil && (
        <Panel tone="wait">
          <Stack gap="sm">
            <span>{t('detail.locked', { until: dateTime(person.lockedUntil) })}</span>
            {person.abilities.unlock && (
              <div>
                <Button size="sm" loading={busy} onClick={onUnlock}>
                  {t('unlock.act')}
                </Button>
              </div>
            )}
          </Stack>
        </Panel>
      )}
    </>
  );
}

function Facts({ person }: { person: PersonDetail }) {
  const { t } = useTranslation('people');
  const { dateTime } = useFormat();
  const seesTrail = useCan('audit.read');
  return (
    <SummaryList
      items={[
        { key: 'state', term: t('column.state'), value: <PersonStatus state={person.state} /> },
        {
          key: 'factor',
          term: t('column.secondFactor'),
          value: (
            <Status kind={person.secondFactor ? 'ok' : 'wait'}>
              {t(person.secondFactor ? 'factor.on' : 'factor.off')}
            </Status>
          ),
        },
        { key: 'since', term: t('detail.since'), value: dateTime(person.createdAt) },
        ...(seesTrail
          ? [
              {
                key: 'trail',
                term: t('detail.trail'),
                value: (
                  <Link to="/pengaturan/jejak" search={{ orang: person.id }}>
                    {t('detail.trailLink')}
                  </Link>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}
