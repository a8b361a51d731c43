import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { ClipboardCopy, Printer } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { auth, type Enrolment } from '../../app/auth.ts';
import { meQuery, useMe } from '../../app/me.ts';
import { mustEnrol } from '../../app/must-enrol.ts';
import { Choice } from '../../ui/Choice.tsx';
import { Code } from '../../ui/Code.tsx';
import { Panel, Prose, Row, Stack } from '../../ui/Layout.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { Section } from '../../ui/Section.tsx';
import { Status } from '../../ui/Status.tsx';
import { Steps } from '../../ui/Steps.tsx';
import { showToast } from '../../ui/toasts.ts';
import { faultKey } from './fault-key.ts';
import { QrCode } from './QrCode.tsx';
import classes from './SecondFactor.module.css';

const secretOf = (uri: string) => new URL(uri).searchParams.get('secret') ?? '';

interface SecondFactorProps {
  crumbs: readonly ReactNode[];
  /** Where the person could go nowhere before the factor was on, and now can. */
  onFirst: () => void;
}

/** Switching the second factor on: password, then the app reads the picture, then recovery codes are kept. */
export function SecondFactor({ crumbs, onFirst }: SecondFactorProps) {
  const { t } = useTranslation('accounts');
  const me = useMe();
  const queries = useQueryClient();
  const [first] = useState(() => mustEnrol(me));
  const [enrolment, setEnrolment] = useState<Enrolment>();
  const [confirmed, setConfirmed] = useState(false);
  const [fresh, setFresh] = useState<readonly string[]>();
  const step = !enrolment ? 0 : confirmed ? 2 : 1;
  const names = ['password', 'scan', 'keep'] as const;
  if (me.secondFactor && !enrolment)
    return (
      <>
        <PageHeader crumbs={crumbs} title={t('enrol.onTitle')} sub={t('enrol.onText')} />
        <Stack gap="lg">
          <Status kind="ok">{t('enrol.on')}</Status>
          {fresh ? (
            <RecoveryCodes codes={fresh} onKept={() => setFresh(undefined)} />
          ) : (
            <Section title={t('enrol.newCodesTitle')}>
              <Prose>
                <p>{t('enrol.newCodesText')}</p>
              </Prose>
              <PasswordForm
                act={t('enrol.newCodes')}
                onPassword={async (password) => setFresh((await auth.newRecoveryCodes(password)).backupCodes)}
              />
            </Section>
          )}
        </Stack>
      </>
    );
  return (
    <>
      <PageHeader
        crumbs={first ? [] : crumbs}
        title={t('enrol.title')}
        sub={t(first ? 'enrol.firstSub' : 'enrol.sub')}
      />
      <Steps
        label={t('enrol.steps')}
        steps={names.map((name, i) => ({
          key: name,
          label: t(`enrol.step.${name}`),
          state: i < step ? 'done' : i === step ? 'now' : 'todo',
        }))}
      />
      {!enrolment && (
        <PasswordForm
          act={t('enrol.begin')}
          onPassword={async (p) => setEnrolment(await auth.enableTwoFactor(p))}
        />
      )}
      {enrolment && !confirmed && <Scan uri={enrolment.totpURI} onDone={() => setConfirmed(true)} />}
      {enrolment && confirmed && (
        <RecoveryCodes
          codes={enrolment.backupCodes}
          onKept={() => {
            void queries.invalidateQueries({ queryKey: meQuery.queryKey }).then(() => {
              if (first) onFirst();
              else setEnrolment(undefined);
            });
          }}
        />
      )}
    </>
  );
}

function PasswordForm({ act, onPassword }: { act: string; onPassword: (password: string) => Promise<void> }) {
  const { t } = useTranslation('accounts');
  const [password, setPassword] = useState('');
  const [fault, setFault] = useState<string>();
  const [busy, setBusy] = useState(false);
  return (
    <form
      className={classes['form']}
      onSubmit={(e) => {
        e.preventDefault();
        setBusy(true);
        setFault(undefined);
        onPassword(password)
          .catch((error: unknown) => setFault(faultKey(error, 'password')))
          .finally(() => setBusy(false));
      }}
    >
      <PasswordInput
        label={t('password')}
        description={t('enrol.passwordWhy')}
        autoComplete="current-password"
        required
        withAsterisk={false}
        value={password}
        error={fault && t(fault)}
        onChange={(e) => setPassword(e.currentTarget.value)}
      />
      <Row>
        <Button type="submit" variant="filled" loading={busy}>
          {act}
        </Button>
      </Row>
    </form>
  );
}

function Scan({ uri, onDone }: { uri: string; onDone: () => void }) {
  const { t } = useTranslation('accounts');
  const [code, setCode] = useState('');
  const [fault, setFault] = useState<string>();
  const [busy, setBusy] = useState(false);
  return (
    <div className={classes['scan']}>
      <QrCode text={uri} label={t('enrol.qr')} />
      <form
        className={classes['form']}
        onSubmit={(e) => {
          e.preventDefault();
          setBusy(true);
          setFault(undefined);
          auth
            .verifyTotp(code.replace(/\D/g, ''))
            .then(onDone, (error: unknown) => setFault(faultKey(error, 'code')))
            .finally(() => setBusy(false));
        }}
      >
        <Prose>
          <p>{t('enrol.scanText')}</p>
          <p>
            {t('enrol.byHand')}{' '}
            <Code boxed>
              {secretOf(uri)
                .replace(/(.{4})/g, '$1 ')
                .trim()}
            </Code>
          </p>
        </Prose>
        <TextInput
          label={t('code.label')}
          description={t('code.hint')}
          inputMode="numeric"
          autoComplete="one-time-code"
          required
          withAsterisk={false}
          value={code}
          error={fault && t(fault)}
          onChange={(e) => setCode(e.currentTarget.value)}
        />
        <Row>
          <Button type="submit" variant="filled" loading={busy}>
            {t('enrol.confirm')}
          </Button>
        </Row>
      </form>
    </div>
  );
}

function RecoveryCodes({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) {
  const { t } = useTranslation('accounts');
  const [kept, setKept] = useState(false);
  const [missing, setMissing] = useState(false);
  return (
    <Section title={t('codes.title', { count: codes.length })}>
      <Stack>
        <Prose>
          <p>{t('codes.text')}</p>
        </Prose>
        <Panel>
          <ul className={classes['codes']}>
            {codes.map((code) => (
              <li key={code}>
                <Code>{code}</Code>
              </li>
            ))}
          </ul>
        </Panel>
        <Row>
          <Button onClick={() => window.print()} leftSection={<Printer size={18} aria-hidden />}>
            {t('codes.print')}
          </Button>
          <Button
            leftSection={<ClipboardCopy size={18} aria-hidden />}
            onClick={() =>
              void navigator.clipboard.writeText(codes.join('\n')).then(
                () => showToast({ kind: 'ok', text: t('codes.copied') }),
                () => showToast({ kind: 'late', text: t('codes.notCopied') }),
              )
            }
          >
            {t('codes.copy')}
          </Button>
        </Row>
        <Choice type="checkbox" name="kept" value="kept" checked={kept} onChange={setKept}>
          {t('codes.kept')}
        </Choice>
        {missing && !kept && <Status kind="late">{t('codes.keptFirst')}</Status>}
        <Row>
          <Button variant="filled" onClick={() => (kept ? onKept() : setMissing(true))}>
            {t('codes.done')}
          </Button>
        </Row>
      </Stack>
    </Section>
  );
}
