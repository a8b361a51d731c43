import type { ReactNode } from 'react';
import classes from './Choice.module.css';

interface ChoiceProps {
  type: 'radio' | 'checkbox';
  name: string;
  value: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
  children: ReactNode;
  hint?: ReactNode;
  /** A figure at the end of the line, as in a filter. */
  count?: ReactNode;
  small?: boolean;
  disabled?: boolean;
  id?: string;
}

/** One radio button or check box with its words; the whole line can be pressed. */
export function Choice(props: ChoiceProps) {
  const {
    type,
    name,
    value,
    checked,
    onChange,
    children,
    hint,
    count,
    small = false,
    disabled = false,
    id,
  } = props;
  return (
    <label
      className={classes['choice']}
      data-small={small || undefined}
      data-disabled={disabled || undefined}
    >
      <input
        id={id}
        type={type}
        name={name}
        value={value}
        checked={checked}
        disabled={disabled}
        onChange={(e) => onChange(e.currentTarget.checked)}
      />
      <span className={classes['words']}>
        {children}
        {hint && <span className={classes['hint']}>{hint}</span>}
      </span>
      {count !== undefined && <span className={classes['count']}>{count}</span>}
    </label>
  );
}

export function Choices({ children, columns = 1 }: { children: ReactNode; columns?: 1 | 2 }) {
  return (
    <div className={classes['choices']} data-columns={columns}>
      {children}
    </div>
  );
}
