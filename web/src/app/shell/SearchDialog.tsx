import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useDeferredValue, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../ui/Dialog.tsx';
import { can, useMe } from '../me.ts';
import { nav } from '../nav.ts';
import { searchProviders } from '../search.ts';
import { settingsNav } from '../settings-nav.ts';
import classes from './SearchDialog.module.css';

const plain = (text: string) =>
  text
    .toLocaleLowerCase('id')
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '');

/** Jumps to a page by its name, and to whatever the modules let search. Arrow keys move, Enter opens. */
export function SearchDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('common');
  const { t: name } = useTranslation('nav');
  const me = useMe();
  const [text, setText] = useState('');
  const wanted = useDeferredValue(text.trim());
  const list = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);

  const pages = [...nav, ...settingsNav]
    .filter((entry) => can(me, entry.capability))
    .map((entry) => ({ to: entry.to, label: name(`entry.${entry.labelKey}`), icon: entry.icon }))
    .filter((entry) => wanted === '' || plain(entry.label).includes(plain(wanted)));
  const providers = searchProviders.filter((p) => can(me, p.capability));
  const { data: found, isFetching } = useQuery({
    queryKey: ['search', wanted],
    enabled: wanted.length >= 2 && providers.length > 0,
    queryFn: ({ signal }) => Promise.all(providers.map((p) => p.find(wanted, signal))),
  });

  const move = (step: 1 | -1) => {
    const links = [...(list.current?.querySelectorAll('a') ?? [])];
    const at = links.findIndex((link) => link === document.activeElement);
    const next = at + step;
    if (next < 0) input.current?.focus();
    else links[Math.min(next, links.length - 1)]?.focus();
  };
  const empty = pages.length === 0 && !isFetching && (found ?? []).every((hits) => hits.length === 0);
  return (
    <Dialog open title={t('search.title')} onClose={onClose} wide>
      <div
        onKeyDown={(e) => {
          if (e.key === 'ArrowDown' || e.key === 'ArrowUp') {
            e.preventDefault();
            move(e.key === 'ArrowDown' ? 1 : -1);
          }
        }}
      >
        <input
          ref={input}
          // Not `type="search"`: there Escape would first clear the field instead of closing.
          type="text"
          role="searchbox"
          className={classes['input']}
          aria-label={t('search.label')}
          placeholder={t('search.placeholder')}
          value={text}
          autoComplete="off"
          onChange={(e) => setText(e.currentTarget.value)}
          onKeyDown={(e) => {
            if (e.key === 'Enter') list.current?.querySelector('a')?.click();
          }}
        />
        <div ref={list} className={classes['results']}>
          {pages.length > 0 && (
            <Group title={t('search.pages')}>
              {pages.map(({ to, label, icon: Icon }) => (
                <li key={to}>
                  <Link to={to} onClick={onClose}>
                    <Icon size={18} aria-hidden />
                    {label}
                  </Link>
                </li>
              ))}
            </Group>
          )}
          {providers.map((provider, i) => {
            const hits = found?.[i] ?? [];
            return hits.length === 0 ? null : (
              <Group key={provider.key} title={name(`entry.${provider.labelKey}`)}>
                {hits.map((hit) => (
                  <li key={hit.key}>
                    <Link to={hit.to} params={hit.params ?? {}} search={hit.search ?? {}} onClick={onClose}>
                      <provider.icon size={18} aria-hidden />
                      <span>
                        {hit.label}
                        {hit.sub && <span className={classes['sub']}>{hit.sub}</span>}
                      </span>
                    </Link>
                  </li>
                ))}
              </Group>
            );
          })}
          <p role="status" className={classes['status']}>
            {isFetching ? t('search.searching') : empty ? t('search.none', { text: wanted }) : ''}
          </p>
        </div>
      </div>
    </Dialog>
  );
}

function Group({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section aria-label={title} className={classes['group']}>
      <h3>{title}</h3>
      <ul>{children}</ul>
    </section>
  );
}
