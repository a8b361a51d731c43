import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import classes from './Disclosure.module.css';

interface DisclosureProps {
  label: ReactNode;
  /** Full name of the button when the label is only a picture. */
  name?: string;
  className?: string | undefined;
  align?: 'start' | 'end';
  children: (close: () => void) => ReactNode;
}

/** A button that opens a small panel under itself; closes on Escape, on leaving it, and on a press elsewhere. */
export function Disclosure({ label, name, className, align = 'end', children }: DisclosureProps) {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  useEffect(() => {
    if (!open) return undefined;
    const outside = (e: Event) => {
      if (e.target instanceof Node && !root.current?.contains(e.target)) setOpen(false);
    };
    document.addEventListener('pointerdown', outside);
    document.addEventListener('focusin', outside);
    return () => {
      document.removeEventListener('pointerdown', outside);
      document.removeEventListener('focusin', outside);
    };
  }, [open]);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    <div
      ref={root}
      className={classes['root']}
      onKeyDown={(e) => {
        if (e.key !== 'Escape' || !open) return;
        e.stopPropagation();
        close();
      }}
    >
      <button
        ref={button}
        type="button"
        className={className}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        aria-label={name}
        onClick={() => setOpen(!open)}
      >
        {label}
      </button>
      {open && (
        <div id={id} className={classes['panel']} data-align={align}>
          {children(close)}
        </div>
      )}
    </div>
  );
}
