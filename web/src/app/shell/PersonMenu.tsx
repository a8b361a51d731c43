import { useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useRouter } from '@tanstack/react-router';
import { Keyboard, LogOut, Settings } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Choice } from '../../ui/Choice.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { chooseAgency, forgetAgency } from '../agency.ts';
import { auth } from '../auth.ts';
import { changeLanguage, isLanguage, languages } from '../i18n.ts';
import { useMe, type Me } from '../me.ts';
import classes from './Shell.module.css';

const initials = (name: string) =>
  name
    .split(/\s+/)
    .filter((word) => /^\p{L}/u.test(word))
    .slice(0, 2)
    .map((word) => word.charAt(0).toUpperCase())
    .join('');

const agenciesOf = (me: Me) => [
  ...new Map(me.grants.map((g) => [g.agencyId ?? 'none', { id: g.agencyId, name: g.agencyName }])).values(),
];

interface PersonMenuProps {
  /** Without it the menu leads nowhere: the person, language, theme, and the way out. */
  onKeys?: () => void;
}

export function PersonMenu({ onKeys }: PersonMenuProps) {
  const { t: role } = useTranslation('roles');
  const me = useMe();
  const line = [...me.roles.map((code) => role(code)), ...(me.agency ? [me.agency.name] : [])].join(', ');
  return (
    <Disclosure
      className={classes['person']}
      label={
        <>
          <span className={classes['avatar']} aria-hidden>
            {initials(me.user.name)}
          </span>
          <span className={classes['personWords']}>
            <span>{me.user.name}</span>
            <span className={classes['roleLine']}>{line}</span>
          </span>
        </>
      }
    >
      {(close) => <MenuBody line={line} close={close} {...(onKeys && { onKeys })} />}
    </Disclosure>
  );
}

function MenuBody({ line, close, onKeys }: PersonMenuProps & { line: string; close: () => void }) {
  const { t, i18n } = useTranslation('common');
  const me = useMe();
  const agencies = agenciesOf(me);
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const schemes: readonly MantineColorScheme[] = ['light', 'dark', 'auto'];
  return (
    <div className={classes['menu']}>
      <div>
        <p className={classes['menuTitle']}>{me.user.name}</p>
        <p className={classes['quiet']}>{line}</p>
      </div>
      {agencies.length > 1 && <AgencyChoice agencies={agencies} current={me.agency?.id ?? null} />}
      <fieldset>
        <legend className={classes['menuTitle']}>{t('person.language')}</legend>
        {languages.map((l) => (
          <Choice
            key={l}
            small
            type="radio"
            name="language"
            value={l}
            checked={i18n.language === l}
            onChange={() => isLanguage(l) && void changeLanguage(l)}
          >
            <span lang={l}>{t(`language.${l}`)}</span>
          </Choice>
        ))}
      </fieldset>
      <fieldset>
        <legend className={classes['menuTitle']}>{t('person.theme')}</legend>
        {schemes.map((s) => (
          <Choice
            key={s}
            small
            type="radio"
            name="theme"
            value={s}
            checked={colorScheme === s}
            onChange={() => setColorScheme(s)}
          >
            {t(`theme.${s}`)}
          </Choice>
        ))}
      </fieldset>
      <ul className={classes['menuLinks']}>
        {onKeys && (
          <>
            <li>
              <Link to="/pengaturan" onClick={close}>
                <Settings size={18} aria-hidden />
                {t('person.settings')}
              </Link>
            </li>
            <li>
              <button
                type="button"
                onClick={() => {
                  close();
                  onKeys();
                }}
              >
                <Keyboard size={18} aria-hidden />
                {t('person.keys')}
              </button>
            </li>
          </>
        )}
        <li>
          <SignOut />
        </li>
      </ul>
    </div>
  );
}

function AgencyChoice({
  agencies,
  current,
}: {
  agencies: { id: string | null; name: string | null }[];
  current: string | null;
}) {
  const { t } = useTranslation('common');
  const queries = useQueryClient();
  return (
    <fieldset>
      <legend className={classes['menuTitle']}>{t('person.agency')}</legend>
      {agencies.map((a) => (
        <Choice
          key={a.id ?? 'none'}
          small
          type="radio"
          name="agency"
          value={a.id ?? 'none'}
          checked={a.id === current}
          onChange={() => {
            chooseAgency(a.id);
            void queries.resetQueries();
          }}
        >
          {a.name ?? t('person.noAgency')}
        </Choice>
      ))}
    </fieldset>
  );
}

function SignOut() {
  const { t } = useTranslation('common');
  const queries = useQueryClient();
  const router = useRouter();
  const [failed, setFailed] = useState(false);
  const leave = async () => {
    try {
      await auth.signOut();
    } catch {
      setFailed(true);
      return;
    }
    forgetAgency();
    // Forgotten at the door, not before: a page that still stands would ask once more and fail before the eyes.
    await router.navigate({ to: '/masuk', search: { sebab: 'signed-out' } });
    queries.clear();
    // Whoever went back meanwhile is asked who they are.
    await router.invalidate();
  };
  return (
    <button type="button" onClick={() => void leave()}>
      <LogOut size={18} aria-hidden />
      {failed ? t('person.signOutFailed') : t('person.signOut')}
    </button>
  );
}
