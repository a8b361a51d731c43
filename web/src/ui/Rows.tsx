import { CircleCheck, CircleDashed, Clock3, Hourglass, Scale, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import classes from './Rows.module.css';

export interface DueRowProps {
  /** The hour today, or the day. */
  when: ReactNode;
  /** Time left in words: "sisa 3 jam 28 mnt", "besok". */
  left: ReactNode;
  state: 'late' | 'near' | 'calm' | 'paused';
  what: ReactNode;
  /** Number and alias, never a name. */
  about?: ReactNode;
  /** Law or rule the time limit stands on. */
  basis?: ReactNode;
  /** The one verb. */
  act?: ReactNode;
}

const leftIcon: Record<DueRowProps['state'], LucideIcon | undefined> = {
  late: Clock3,
  near: Hourglass,
  calm: undefined,
  paused: undefined,
};

export function DueRow({ when, left, state, what, about, basis, act }: DueRowProps) {
  const Icon = leftIcon[state];
  return (
    <li className={classes['due']} data-state={state}>
      <div className={classes['when']}>
        <span className={classes['time']}>{when}</span>
        <span className={classes['left']}>
          {Icon && <Icon size={16} aria-hidden />}
          {left}
        </span>
      </div>
      <div className={classes['what']}>
        <h3>{what}</h3>
        {about && <div className={classes['about']}>{about}</div>}
      </div>
      <div className={classes['basis']}>
        {basis && (
          <>
            <Scale size={16} aria-hidden />
            <span>{basis}</span>
          </>
        )}
      </div>
      <div className={classes['act']} data-print="no">
        {act}
      </div>
    </li>
  );
}

export function DueList({ children }: { children: ReactNode }) {
  return <ol className={classes['list']}>{children}</ol>;
}

export interface InboxRowProps {
  icon: LucideIcon;
  kind: 'ok' | 'wait' | 'info' | 'late' | 'mut';
  /** Who answered, what, and what comes next. */
  children: ReactNode;
  when: ReactNode;
}

export function InboxRow({ icon: Icon, kind, children, when }: InboxRowProps) {
  return (
    <li className={classes['inbox']} data-kind={kind}>
      <Icon size={20} strokeWidth={1.75} aria-hidden />
      <div>
        <div>{children}</div>
        <div className={classes['small']}>{when}</div>
      </div>
    </li>
  );
}

/** Something that must be so before an act is possible, with its state in words. */
export function CheckLine({
  done,
  children,
  note,
}: {
  done: boolean;
  children: ReactNode;
  note?: ReactNode;
}) {
  const Icon = done ? CircleCheck : CircleDashed;
  return (
    <li className={classes['inbox']} data-kind={done ? 'ok' : 'wait'} data-done={done || undefined}>
      <Icon size={20} strokeWidth={1.75} aria-hidden />
      <div>
        <div>{children}</div>
        {note && <div className={classes['small']}>{note}</div>}
      </div>
    </li>
  );
}

export function PlainList({ children }: { children: ReactNode }) {
  return <ul className={classes['list']}>{children}</ul>;
}
