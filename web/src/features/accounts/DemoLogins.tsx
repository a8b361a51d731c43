import { useQuery } from '@tanstack/react-query';
import type { DemoInfo } from '@simpul/contract/accounts/me';
import { useTranslation } from 'react-i18next';
import { demoQuery } from '../../app/demo.ts';
import { Code } from '../../ui/Code.tsx';
import classes from './DemoLogins.module.css';

interface DemoLoginsProps {
  demo: DemoInfo;
  onChoose?: (email: string) => void;
  chosen?: string;
  /** After the password: only the code of this login. */
  onlyCodeOf?: string;
}

type Login = DemoInfo['logins'][number];
/** Roles of the main job, from agency files to the January report; the rest is one press away. */
const first: readonly string[] = [
  'data_contact',
  'data_steward',
  'tf_secretariat',
  'tf_chair',
  'governor',
  'legal_drafter',
  'data_protection_officer',
  'auditor',
  'sysadmin',
];

/** The logins of a demonstration, one a role. Their common password is printed where the server was started. */
export function DemoLogins({ demo, onChoose, chosen, onlyCodeOf }: DemoLoginsProps) {
  const { t } = useTranslation('accounts');
  const { t: role } = useTranslation('roles');
  // Codes live half a minute.
  const { data } = useQuery({ ...demoQuery, staleTime: 0, refetchInterval: 10_000, initialData: demo });
  const codeOf = (email: string) => data.totp.find((one) => one.email === email)?.code;
  if (onlyCodeOf) {
    const code = codeOf(onlyCodeOf);
    return (
      <section>
        <h2>{t('demo.codeTitle')}</h2>
        <p className={classes['text']}>{t('demo.codeText')}</p>
        {code && (
          <p className={classes['code']}>
            <Code boxed>{code}</Code>
          </p>
        )}
      </section>
    );
  }
  const sameRole = (login: Login) => data.logins.filter((one) => one.role === login.role).length > 1;
  const others = data.logins.filter((login) => !first.includes(login.role));
  const list = (logins: readonly Login[]) => (
    <ul className={classes['list']}>
      {logins.map((login) => (
        <li key={login.email}>
          <button
            type="button"
            aria-pressed={chosen === login.email}
            onClick={() => onChoose?.(login.email)}
            className={classes['login']}
          >
            <span>{sameRole(login) ? login.label : role(login.role, { defaultValue: login.label })}</span>
            <span className={classes['email']}>{login.email}</span>
            {codeOf(login.email) && <span className={classes['second']}>{t('demo.second')}</span>}
          </button>
        </li>
      ))}
    </ul>
  );
  return (
    <section>
      <h2>{t('demo.title')}</h2>
      <p className={classes['text']}>{t('demo.text')}</p>
      {list(data.logins.filter((login) => first.includes(login.role)))}
      {others.length > 0 && (
        <details className={classes['others']}>
          <summary>{t('demo.others', { count: others.length })}</summary>
          {list(others)}
        </details>
      )}
    </section>
  );
}
