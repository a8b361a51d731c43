import type { DemoInfo } from '@simpul/contract/accounts/me';
import { useTranslation } from 'react-i18next';
import classes from './DemoLogins.module.css';

interface DemoLoginsProps {
  demo: DemoInfo;
  onChoose?: (email: string) => void;
  chosen?: string;
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
export function DemoLogins({ demo, onChoose, chosen }: DemoLoginsProps) {
  const { t } = useTranslation('accounts');
  const { t: role } = useTranslation('roles');
  const asked = new Set(demo.totp.map((one) => one.email));
  const sameRole = (login: Login) => demo.logins.filter((one) => one.role === login.role).length > 1;
  const others = demo.logins.filter((login) => !first.includes(login.role));
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
            {asked.has(login.email) && <span className={classes['second']}>{t('demo.second')}</span>}
          </button>
        </li>
      ))}
    </ul>
  );
  return (
    <section>
      <h2>{t('demo.title')}</h2>
      <p className={classes['text']}>{t('demo.text')}</p>
      {list(demo.logins.filter((login) => first.includes(login.role)))}
      {others.length > 0 && (
        <details className={classes['others']}>
          <summary>{t('demo.others', { count: others.length })}</summary>
          {list(others)}
        </details>
      )}
    </section>
  );
}
