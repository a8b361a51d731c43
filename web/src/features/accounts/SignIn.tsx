import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { auth } from '../../app/auth.ts';
import { demoQuery } from '../../app/demo.ts';
import { DemoCode } from '../../app/DemoCode.tsx';
import { Panel } from '../../ui/Layout.tsx';
import { Status } from '../../ui/Status.tsx';
import { DemoLogins } from './DemoLogins.tsx';
import { faultKey } from './fault-key.ts';
import { PublicPage } from './PublicPage.tsx';
import { SecondFactorForm } from './SecondFactorForm.tsx';

interface SignInProps {
  /** Why the person is here again. */
  reason?: 'expired' | 'signed-out' | undefined;
  onSignedIn: () => void;
}

export function SignIn({ reason, onSignedIn }: SignInProps) {
  const { t } = useTranslation('accounts');
  const { data: demo } = useQuery(demoQuery);
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [second, setSecond] = useState(false);
  const [fault, setFault] = useState<string>();
  const [busy, setBusy] = useState(false);

  const send = async () => {
    setBusy(true);
    setFault(undefined);
    try {
      const { twoFactorRedirect } = await auth.signIn(email.trim(), password);
      if (twoFactorRedirect) {
        setSecond(true);
        setBusy(false);
      } else onSignedIn();
    } catch (error) {
      setFault(faultKey(error, 'signIn'));
      setBusy(false);
    }
  };
  if (second)
    return (
      <PublicPage aside={demo?.demo ? <DemoCode email={email} /> : undefined}>
        <SecondFactorForm onDone={onSignedIn} onBack={() => setSecond(false)} />
      </PublicPage>
    );
  return (
    <PublicPage
      aside={demo?.demo ? <DemoLogins demo={demo} onChoose={setEmail} chosen={email} /> : undefined}
    >
      <title>{`${t('signIn.title')} · Simpul`}</title>
      <h1>{t('signIn.title')}</h1>
      <p>{t('signIn.for')}</p>
      <form
        onSubmit={(e) => {
          e.preventDefault();
          void send();
        }}
      >
        {reason && !fault && (
          <div role="status">
            <Panel>
              <Status kind="info">{t(`signIn.reason.${reason}`)}</Status>
            </Panel>
          </div>
        )}
        {fault && (
          <div role="alert">
            <Panel tone="late">
              <Status kind="late">{t(fault)}</Status>
            </Panel>
          </div>
        )}
        <TextInput
          label={t('email')}
          type="email"
          autoComplete="username"
          required
          withAsterisk={false}
          value={email}
          onChange={(e) => setEmail(e.currentTarget.value)}
        />
        <PasswordInput
          label={t('password')}
          autoComplete="current-password"
          required
          withAsterisk={false}
          value={password}
          onChange={(e) => setPassword(e.currentTarget.value)}
          visibilityToggleButtonProps={{ 'aria-label': t('passwordShow'), 'aria-hidden': false, tabIndex: 0 }}
        />
        <Button type="submit" variant="filled" loading={busy} fullWidth>
          {t('signIn.act')}
        </Button>
        <p>{t('signIn.help')}</p>
      </form>
    </PublicPage>
  );
}
