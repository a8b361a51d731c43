import { CircleCheck, CircleDot, Clock3, Hourglass, Info, Minus, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import classes from './Status.module.css';

export const statusKinds = ['late', 'wait', 'ok', 'info', 'mut', 'ink'] as const;
export type StatusKind = (typeof statusKinds)[number];

const icons: Record<StatusKind, LucideIcon> = {
  late: Clock3,
  wait: Hourglass,
  ok: CircleCheck,
  info: Info,
  mut: Minus,
  ink: CircleDot,
};

interface StatusProps {
  kind: StatusKind;
  children: ReactNode;
  icon?: LucideIcon;
  /** Heavier, for the few states that call. */
  strong?: boolean;
  /** On a soft ground of its kind. */
  ground?: boolean;
}

/** A state is always a word and an icon; the colour only repeats them. There is no red here, for no person is one. */
export function Status({ kind, children, icon, strong = false, ground = false }: StatusProps) {
  const Icon = icon ?? icons[kind];
  return (
    <span
      className={classes['status']}
      data-kind={kind}
      data-strong={strong || undefined}
      data-ground={ground || undefined}
    >
      <Icon size={16} strokeWidth={2} aria-hidden />
      <span>{children}</span>
    </span>
  );
}
