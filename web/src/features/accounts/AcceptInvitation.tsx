import { Button, PasswordInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { auth } from '../../app/auth.ts';
import { ProblemError } from '../../app/problem.ts';
import { ZoneProvider, useFormat } from '../../ui/FormatProvider.tsx';
import { ProblemStates } from '../../ui/ProblemStates.tsx';
import { ProblemSummary, type FieldProblem } from '../../ui/ProblemSummary.tsx';
import { SkeletonRows } from '../../ui/States.tsx';
import { faultKey } from './fault-key.ts';
import { PublicPage } from './PublicPage.tsx';

export const shortestPassword = 12;

/** The only way to an account: somebody invited, the person sets a password. */
export function AcceptInvitation({ token, onAccepted }: { token: string; onAccepted: () => void }) {
  const { t } = useTranslation('accounts');
  const { data, error, refetch } = useQuery({
    queryKey: ['invitation'],
    queryFn: () => auth.readInvitation(token),
    retry: false,
    gcTime: 0,
    enabled: token !== '',
  });
  const gone = token === '' || (error instanceof ProblemError && [404, 409, 422].includes(error.status));
  return (
    <PublicPage>
      <title>{`${t('invite.tab')} · Simpul`}</title>
      {gone ? (
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
          <InvitationForm token={token} invitation={data} onAccepted={onAccepted} />
        </ZoneProvider>
      )}
    </PublicPage>
  );
}

interface FormProps {
  token: string;
  invitation: Awaited<ReturnType<typeof auth.readInvitation>>;
  onAccepted: () => void;
}

function InvitationForm({ token, invitation, onAccepted }: FormProps) {
  const { t } = useTranslation('accounts');
  const { t: role } = useTranslation('roles');
  const { dateTime } = useFormat();
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const [busy, setBusy] = useState(false);
  const messageOf = (field: string) => problems.find((p) => p.field === field)?.message;
  const send = async () => {
    const found: FieldProblem[] = [];
    if (password.length < shortestPassword)
      found.push({ field: 'new-password', message: t('invite.short', { count: shortestPassword }) });
    else if (password !== again) found.push({ field: 'again', message: t('invite.differs') });
    setProblems(found);
    if (found.length > 0) return;
    setBusy(true);
    try {
      await auth.acceptInvitation(token, password);
      onAccepted();
    } catch (error) {
      setProblems([{ field: 'new-password', message: t(faultKey(error, 'invitation')) }]);
      setBusy(false);
    }
  };
  return (
    <>
      <h1>{t('invite.title', { name: invitation.name })}</h1>
      <p>
        {t('invite.as', {
          role: role(invitation.role),
          agency: invitation.agencyName ?? invitation.tenantName,
          until: dateTime(invitation.expiresAt),
        })}
      </p>
      <form
        noValidate
        onSubmit={(e) => {
          e.preventDefault();
          void send();
        }}
      >
        <ProblemSummary problems={problems} />
        <input type="text" name="username" autoComplete="username" value={invitation.email} readOnly hidden />
        <PasswordInput
          id="new-password"
          label={t('invite.password')}
          description={t('invite.hint', { count: shortestPassword })}
          autoComplete="new-password"
          value={password}
          error={messageOf('new-password')}
          onChange={(e) => setPassword(e.currentTarget.value)}
        />
        <PasswordInput
          id="again"
          label={t('invite.again')}
          autoComplete="new-password"
          value={again}
          error={messageOf('again')}
          onChange={(e) => setAgain(e.currentTarget.value)}
        />
        <Button type="submit" variant="filled" loading={busy} fullWidth>
          {t('invite.act')}
        </Button>
      </form>
    </>
  );
}
