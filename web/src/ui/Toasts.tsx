import { CircleCheck, Clock3, Hourglass, Info, Undo2, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { hideToast, useToasts, type Toast } from './toasts.ts';
import classes from './Toasts.module.css';

const icons = { ok: CircleCheck, info: Info, wait: Hourglass, late: Clock3 };

function OneToast({ toast }: { toast: Toast }) {
  const { t } = useTranslation('ui');
  const [held, setHeld] = useState(false);
  const Icon = icons[toast.kind];
  useEffect(() => {
    if (held) return undefined;
    const timer = setTimeout(() => hideToast(toast.id), toast.seconds * 1000);
    return () => clearTimeout(timer);
  }, [held, toast.id, toast.seconds]);
  return (
    <li
      className={classes['toast']}
      data-kind={toast.kind}
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <Icon size={20} aria-hidden />
      <span className={classes['text']}>{toast.text}</span>
      {toast.undo && (
        <button
          type="button"
          className={classes['undo']}
          onClick={() => {
            toast.undo?.run();
            hideToast(toast.id);
          }}
        >
          <Undo2 size={16} aria-hidden />
          {toast.undo.label}
        </button>
      )}
      <button
        type="button"
        className="icon-button"
        aria-label={t('close')}
        onClick={() => hideToast(toast.id)}
      >
        <X size={18} aria-hidden />
      </button>
    </li>
  );
}

export function Toasts() {
  const toasts = useToasts();
  return (
    <div role="status" data-print="no">
      <ul className={classes['list']}>
        {toasts.map((toast) => (
          <OneToast key={toast.id} toast={toast} />
        ))}
      </ul>
    </div>
  );
}
