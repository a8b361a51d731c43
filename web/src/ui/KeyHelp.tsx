import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from './Dialog.tsx';
import { useActiveKeys, useKeys } from './keys.ts';
import classes from './KeyHelp.module.css';

const shown: Record<string, string> = { Escape: 'Esc', ArrowUp: '↑', ArrowDown: '↓', ' ': 'Space' };

export function KeyCap({ children }: { children: string }) {
  return (
    <kbd className={classes['key']}>
      {shown[children] ?? (children.length === 1 ? children.toUpperCase() : children)}
    </kbd>
  );
}

/** `?` lists the keys that work on the screen in front. */
export function KeyHelp({ open, onOpenChange }: { open?: boolean; onOpenChange?: (open: boolean) => void }) {
  const { t } = useTranslation('ui');
  const [own, setOwn] = useState(false);
  const isOpen = open ?? own;
  const set = onOpenChange ?? setOwn;
  useKeys([{ key: '?', label: t('keys.list'), run: () => set(true) }]);
  const keys = useActiveKeys();
  return (
    <Dialog open={isOpen} title={t('keys.title')} onClose={() => set(false)}>
      <dl className={classes['list']}>
        {keys.map((k) => (
          <div key={`${k.key} ${k.label}`}>
            <dt>
              <KeyCap>{k.key}</KeyCap>
            </dt>
            <dd>{k.label}</dd>
          </div>
        ))}
      </dl>
      <p className={classes['note']}>{t('keys.note')}</p>
    </Dialog>
  );
}
