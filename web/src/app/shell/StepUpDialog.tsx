import { Button, PasswordInput, TextInput } from '@mantine/core';
import type { Me } from '@simpul/contract/accounts/me';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../ui/Dialog.tsx';
import { Row, Stack } from '../../ui/Layout.tsx';
import { client } from '../api.ts';
import { DemoCode } from '../DemoCode.tsx';
import { NoAnswerError, ProblemError } from '../problem.ts';
import { answerStepUp } from '../step-up.ts';

/** Who reads identity shows once more who they are: with the code when there is a second factor, else the password. */
export function StepUpDialog({ me }: { me: Me }) {
  const { t } = useTranslation('accounts');
  const { secondFactor, tenant, user } = me;
  const [value, setValue] = useState('');
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);
  const send = async () => {
    setBusy(true);
    setError(undefined);
    try {
      await client.accounts.stepUp(secondFactor ? { code: value.replace(/\D/g, '') } : { password: value });
      answerStepUp(true);
    } catch (e) {
      const locked = e instanceof ProblemError && e.code === 'too_many_requests';
      if (e instanceof NoAnswerError) setError(t('stepUp.noAnswer'));
      else if (locked) setError(t('fault.locked'));
      else setError(t(secondFactor ? 'stepUp.wrongCode' : 'stepUp.wrongPassword'));
      setBusy(false);
    }
  };
  const shared = {
    value,
    error,
    required: true,
    withAsterisk: false,
    onChange: (e: { currentTarget: { value: string } }) => setValue(e.currentTarget.value),
  };
  return (
    <Dialog open title={t('stepUp.title')} onClose={() => answerStepUp(false)}>
      <form
        onSubmit={(e) => {
          e.preventDefault();
          void send();
        }}
      >
        <Stack>
          <p>{t('stepUp.why')}</p>
          {secondFactor ? (
            <TextInput
              {...shared}
              label={t('code.label')}
              description={t('code.hint')}
              inputMode="numeric"
              autoComplete="one-time-code"
              data-autofocus
            />
          ) : (
            <PasswordInput {...shared} label={t('password')} autoComplete="current-password" />
          )}
          <Row>
            <Button type="submit" variant="filled" loading={busy}>
              {t('stepUp.confirm')}
            </Button>
            <Button onClick={() => answerStepUp(false)}>{t('stepUp.cancel')}</Button>
          </Row>
          {secondFactor && tenant.demo && user.email !== null && <DemoCode email={user.email} heading="h3" />}
        </Stack>
      </form>
    </Dialog>
  );
}
