import type { ReactNode } from 'react';
import classes from './Code.module.css';

/** Case numbers, codes and keys, in the face whose 0 O, 1 I l cannot be mixed up. */
export function Code({ children, boxed = false }: { children: ReactNode; boxed?: boolean }) {
  return (
    <span className={boxed ? `${classes['code']} ${classes['boxed']}` : classes['code']}>{children}</span>
  );
}
