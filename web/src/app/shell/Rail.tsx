import { Link } from '@tanstack/react-router';
import { PanelLeft, Settings, type LucideIcon } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSmall } from '../../ui/use-media.ts';
import { can, useMe } from '../me.ts';
import { nav, navGroups, type NavEntry } from '../nav.ts';
import { Mark } from './Mark.tsx';
import classes from './Shell.module.css';

const storageKey = 'simpul-rail';
const remembered = () => {
  try {
    return localStorage.getItem(storageKey) === 'small';
  } catch {
    return false;
  }
};

function RailLink({ to, icon: Icon, label }: { to: NavEntry['to']; icon: LucideIcon; label: string }) {
  return (
    <Link to={to} className={classes['entry']} activeOptions={{ exact: to === '/', includeSearch: false }}>
      <Icon size={20} strokeWidth={1.75} aria-hidden />
      <span>{label}</span>
    </Link>
  );
}

/** What this person may use, in groups. */
export function RailLinks() {
  const { t } = useTranslation('nav');
  const me = useMe();
  const mine = nav.filter((entry) => can(me, entry.capability));
  const groups = navGroups
    .map((group): [typeof group, NavEntry[]] => [group, mine.filter((entry) => entry.group === group)])
    .filter(([, entries]) => entries.length > 0);
  return (
    <>
      <div className={classes['links']}>
        {groups.map(([group, entries]) => (
          <div key={group} className={classes['group']}>
            {group !== 'top' && <p className={classes['groupName']}>{t(`group.${group}`)}</p>}
            <ul>
              {entries.map((entry) => (
                <li key={entry.to}>
                  <RailLink to={entry.to} icon={entry.icon} label={t(`entry.${entry.labelKey}`)} />
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
      <div className={classes['foot']}>
        <RailLink to="/pengaturan" icon={Settings} label={t('entry.settings')} />
      </div>
    </>
  );
}

export function Rail() {
  const { t } = useTranslation('nav');
  const small = useSmall();
  const [chosen, setChosen] = useState(remembered);
  const folded = chosen || small;
  const toggle = () => {
    setChosen(!chosen);
    try {
      localStorage.setItem(storageKey, chosen ? 'wide' : 'small');
    } catch {
      // Stays for this visit.
    }
  };
  return (
    <nav
      aria-label={t('label')}
      className={classes['rail']}
      data-folded={folded || undefined}
      data-print="no"
    >
      <Link to="/" className={classes['brand']}>
        <Mark size={24} />
        <span>{t('brand')}</span>
      </Link>
      <RailLinks />
      {!small && (
        <button type="button" className={classes['fold']} onClick={toggle} aria-pressed={folded}>
          <PanelLeft size={20} strokeWidth={1.75} aria-hidden />
          <span>{folded ? t('unfold') : t('fold')}</span>
        </button>
      )}
    </nav>
  );
}
