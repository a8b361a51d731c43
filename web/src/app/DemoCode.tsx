import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Code } from '../ui/Code.tsx';
import { demoQuery } from './demo.ts';
import classes from './DemoCode.module.css';

/** The second factor of a login of a demonstration, wherever it is asked for; an office shows nothing. */
export function DemoCode({ email, heading: Heading = 'h2' }: { email: string; heading?: 'h2' | 'h3' }) {
  const { t } = useTranslation('accounts');
  // Codes live half a minute.
  const { data } = useQuery({ ...demoQuery, staleTime: 0, refetchInterval: 10_000 });
  const code = data?.totp.find((one) => one.email === email)?.code;
  if (!code) return null;
  return (
    <section>
      <Heading>{t('demo.codeTitle')}</Heading>
      <p className={classes['text']}>{t('demo.codeText')}</p>
      <p className={classes['code']}>
        <Code boxed>{code}</Code>
      </p>
    </section>
  );
}
