import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import classes from './Field.module.css';

/** The line under a field that says what to mend. */
export function FieldError({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <p id={id} className={classes['error']}>
      <TriangleAlert size={16} aria-hidden />
      <span>{children}</span>
    </p>
  );
}

interface FieldProps {
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  optional?: string;
  /** Gets the ids to describe itself by. */
  children: (described: {
    id: string;
    'aria-describedby': string | undefined;
    'aria-invalid': true | undefined;
  }) => ReactNode;
}

/** Label, hint and error around one control. */
export function Field({ id, label, hint, error, optional, children }: FieldProps) {
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  return (
    <div className={classes['field']} data-error={error ? true : undefined}>
      <label htmlFor={id} className={classes['label']}>
        {label}
        {optional && <span className={classes['optional']}> {optional}</span>}
      </label>
      {hint && (
        <p id={`${id}-hint`} className={classes['hint']}>
          {hint}
        </p>
      )}
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
      {children({
        id,
        'aria-describedby': described === '' ? undefined : described,
        'aria-invalid': error ? true : undefined,
      })}
    </div>
  );
}

interface QuestionProps {
  id: string;
  /** The question is the heading of its page. */
  question: ReactNode;
  heading?: 'h1' | 'h2' | 'h3';
  hint?: ReactNode;
  error?: ReactNode;
  children: ReactNode;
}

/** One question with several controls (choices, date parts): a fieldset whose legend is the heading. */
export function Question({ id, question, heading: Heading = 'h2', hint, error, children }: QuestionProps) {
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  return (
    <fieldset
      id={id}
      tabIndex={-1}
      className={classes['field']}
      data-error={error ? true : undefined}
      aria-describedby={described === '' ? undefined : described}
    >
      <legend>
        <Heading>{question}</Heading>
      </legend>
      {hint && (
        <p id={`${id}-hint`} className={classes['hint']}>
          {hint}
        </p>
      )}
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
      {children}
    </fieldset>
  );
}
