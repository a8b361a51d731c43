import { Button } from '@mantine/core';
import type { OpenedInvitation } from '@simpul/contract/accounts/invitation';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../app/api.ts';
import { ProblemError } from '../../app/problem.ts';
import { useFormat, ZoneProvider } from '../../ui/FormatProvider.tsx';
import { Panel } from '../../ui/Layout.tsx';
import { ProblemStates } from '../../ui/ProblemStates.tsx';
import { SkeletonRows } from '../../ui/States.tsx';
import { Status } from '../../ui/Status.tsx';
import { NewPasswordFields, useNewPassword } from './NewPasswordFields.tsx';
import { NextSteps } from './NextSteps.tsx';
import { PublicPage } from './PublicPage.tsx';

interface LinkProps {
  /** From the link; may have run out. */
  code: string;
  onDone: () => void;
}
const isGone = (error: unknown) => error instanceof ProblemError && [404, 409, 422].includes(error.status);

/** The only way to an account: somebody invited, the person sets a password. */
export function AcceptInvitation({ code, onDone }: LinkProps) {
  const { t } = useTranslation('accounts');
  const { data, error, refetch } = useQuery({
    queryKey: ['invitation'],
    queryFn: ({ signal }) => client.accounts.openInvitation({ code }, { signal, context: {} }),
    retry: false,
    gcTime: 0,
    enabled: code !== '',
  });
  return (
    <PublicPage>
      <title>{`${t('invite.tab')} · Simpul`}</title>
      {code === '' || isGone(error) ? (
        <>
          <h1>{t('invite.goneTitle')}</h1>
          <p>{t('invite.goneText')}</p>
        </>
      ) : error ? (
        <ProblemStates error={error} retry={() => void refetch()} />
      ) : !data ? (
        <SkeletonRows rows={3} />
      ) : (
        <ZoneProvider zone={data.zone}>
          <InvitationForm code={code} invitation={data} onDone={onDone} />
        </ZoneProvider>
      )}
    </PublicPage>
  );
}

function InvitationForm({ code, invitation, onDone }: LinkProps & { invitation: OpenedInvitation }) {
  const { t } = useTranslation('accounts');
  const { t: role } = useTranslation('roles');
  const { dateTime, zoneName } = useFormat();
  const form = useNewPassword(invitation);
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState(false);
  const send = async () => {
    if (!form.check()) return;
    setBusy(true);
    try {
      await client.accounts.acceptInvitation({ code, password: form.password });
      setDone(true);
    } catch (error) {
      form.refuse(error, 'invitation');
      setBusy(false);
    }
  };
  if (done) return <NextSteps kind="invite" email={invitation.email} onSignIn={onDone} />;
  return (
    <>
      <h1>{t('invite.title', { name: invitation.name })}</h1>
      <p>
        {t('invite.as', {
          role: role(invitation.role),
          tenant: invitation.tenantName,
          until: `${dateTime(invitation.expiresAt)} ${zoneName(new Date(invitation.expiresAt))}`,
        })}
      </p>
      <form
        noValidate
        onSubmit={(e) => {
          e.preventDefault();
          void send();
        }}
      >
        <input type="text" name="username" autoComplete="username" value={invitation.email} readOnly hidden />
        <NewPasswordFields form={form} />
        <Button type="submit" variant="filled" loading={busy} fullWidth>
          {t('invite.act')}
        </Button>
      </form>
    </>
  );
}

/** Who lost password or second factor comes back with a code handed over by the secretariat. */
export function RecoverAccount({ code, onDone }: LinkProps) {
  const { t } = useTranslation('accounts');
  const form = useNewPassword({});
  const [busy, setBusy] = useState(false);
  const [gone, setGone] = useState(code === '');
  const [waiting, setWaiting] = useState(false);
  const [done, setDone] = useState(false);
  const send = async () => {
    if (!form.check()) return;
    setBusy(true);
    try {
      await client.accounts.useRecovery({ code, password: form.password });
      setDone(true);
    } catch (error) {
      const named = error instanceof ProblemError ? error.problem.errors?.[0] : undefined;
      setWaiting(named?.code === 'awaits_second');
      if (named?.code === 'awaits_second') form.setProblems([]);
      else if (isGone(error) && !named) setGone(true);
      else form.refuse(error, 'recover');
      setBusy(false);
    }
  };
  if (done)
    return (
      <PublicPage>
        <title>{`${t('recover.tab')} · Simpul`}</title>
        <NextSteps kind="recover" onSignIn={onDone} />
      </PublicPage>
    );
  return (
    <PublicPage>
      <title>{`${t('recover.tab')} · Simpul`}</title>
      <h1>{t(gone ? 'recover.goneTitle' : 'recover.title')}</h1>
      <p>{t(gone ? 'recover.goneText' : 'recover.text')}</p>
      {!gone && (
        <form
          noValidate
          onSubmit={(e) => {
            e.preventDefault();
            void send();
          }}
        >
          {waiting && (
            <div role="status">
              <Panel tone="wait">
                <Status kind="wait">{t('recover.waiting')}</Status>
              </Panel>
            </div>
          )}
          <NewPasswordFields form={form} />
          <Button type="submit" variant="filled" loading={busy} fullWidth>
            {t('recover.act')}
          </Button>
        </form>
      )}
    </PublicPage>
  );
}
