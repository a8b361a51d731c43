import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './PublicPage.module.css';

interface NextStepsProps {
  /** What was just done. */
  kind: 'invite' | 'recover';
  /** Address to sign in with, where it is known. */
  email?: string | undefined;
  onSignIn: () => void;
}

/** The password is set: says so and what comes next, instead of a bare sign-in page. */
export function NextSteps({ kind, email, onSignIn }: NextStepsProps) {
  const { t } = useTranslation('accounts');
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  return (
    <>
      <h1 ref={title} tabIndex={-1}>
        {t(`${kind}.doneTitle`)}
      </h1>
      <p>{t(`${kind}.doneText`)}</p>
      <ol className={classes['steps']}>
        <li>{email ? t('next.signInAs', { email }) : t('next.signIn')}</li>
        <li>{t('next.secondFactor')}</li>
      </ol>
      <Button variant="filled" fullWidth onClick={onSignIn}>
        {t('next.act')}
      </Button>
    </>
  );
}
