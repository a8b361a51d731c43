import { Link } from '@tanstack/react-router';
import { Clock3, Menu, Search } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../ui/FormatProvider.tsx';
import { KeyCap } from '../../ui/KeyHelp.tsx';
import { useMe } from '../me.ts';
import { Bell } from './Bell.tsx';
import { Mark } from './Mark.tsx';
import { PersonMenu } from './PersonMenu.tsx';
import classes from './Shell.module.css';

interface TopBarProps {
  onMenu: () => void;
  onSearch: () => void;
  onKeys: () => void;
}

/** The tenant's own time, to the minute. */
function TenantClock() {
  const { time, zoneName } = useFormat();
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setTimeout(() => setNow(new Date()), 60_000 - (Date.now() % 60_000) + 50);
    return () => clearTimeout(timer);
  }, [now]);
  return (
    <span className={classes['clock']}>
      <Clock3 size={16} aria-hidden />
      <time dateTime={now.toISOString()}>
        {time(now)} {zoneName(now)}
      </time>
    </span>
  );
}

export function TopBar({ onMenu, onSearch, onKeys }: TopBarProps) {
  const { t } = useTranslation('common');
  const me = useMe();
  return (
    <header className={classes['top']} data-print="no">
      <div className={classes['phoneBrand']}>
        <button type="button" className="icon-button" aria-label={t('menu')} onClick={onMenu}>
          <Menu size={22} aria-hidden />
        </button>
        <Link to="/" className={classes['brand']}>
          <Mark size={24} />
          <span>{t('brand')}</span>
        </Link>
      </div>
      <button type="button" className={classes['search']} onClick={onSearch}>
        <Search size={18} aria-hidden />
        <span>{t('search.open')}</span>
        <KeyCap>/</KeyCap>
      </button>
      <div className={classes['right']}>
        <button
          type="button"
          className={classes['searchIcon']}
          aria-label={t('search.open')}
          onClick={onSearch}
        >
          <Search size={22} aria-hidden />
        </button>
        <span className={classes['tenant']}>
          <strong>{me.tenant.name}</strong>
          <TenantClock />
        </span>
        <Bell />
        <PersonMenu onKeys={onKeys} />
      </div>
    </header>
  );
}
