import { Button, PasswordInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { auth } from '../../app/auth.ts';
import { useMe } from '../../app/me.ts';
import { Row } from '../../ui/Layout.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { showToast } from '../../ui/toasts.ts';
import { NewPasswordFields, useNewPassword } from './NewPasswordFields.tsx';
import classes from './SecondFactor.module.css';

export function ChangePassword({ crumbs, onDone }: { crumbs: readonly ReactNode[]; onDone: () => void }) {
  const { t } = useTranslation('accounts');
  const me = useMe();
  const form = useNewPassword(me.user);
  const [current, setCurrent] = useState('');
  const [busy, setBusy] = useState(false);
  const send = async () => {
    if (!form.check()) return;
    setBusy(true);
    try {
      await auth.changePassword(current, form.password);
      showToast({ kind: 'ok', text: t('change.done') });
      onDone();
    } catch (error) {
      form.refuse(error, 'password', 'current-password');
      setBusy(false);
    }
  };
  return (
    <>
      <PageHeader crumbs={crumbs} title={t('change.title')} sub={t('change.sub')} />
      <form
        noValidate
        className={classes['form']}
        onSubmit={(e) => {
          e.preventDefault();
          void send();
        }}
      >
        <PasswordInput
          id="current-password"
          label={t('change.current')}
          autoComplete="current-password"
          value={current}
          error={form.problems.find((p) => p.field === 'current-password')?.message}
          onChange={(e) => setCurrent(e.currentTarget.value)}
        />
        <NewPasswordFields form={form} />
        <Row>
          <Button type="submit" variant="filled" loading={busy}>
            {t('change.act')}
          </Button>
        </Row>
      </form>
    </>
  );
}
