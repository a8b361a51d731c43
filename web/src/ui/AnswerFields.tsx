import { Textarea, TextInput } from '@mantine/core';
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { blank, given, isNonAnswer, nonAnswers, type Answer, type NonAnswer } from './answer.ts';
import { Choice, Choices } from './Choice.tsx';
import { Question } from './Field.tsx';
import classes from './AnswerFields.module.css';

interface NonAnswersProps {
  name: string;
  state: Answer<unknown>['state'];
  onChoose: (state: NonAnswer) => void;
  offer?: readonly NonAnswer[];
}

/** "Tidak ditanyakan / Tidak tahu / Menolak menjawab": answers of their own, apart from leaving it blank. */
export function NonAnswerChoices({ name, state, onChoose, offer = nonAnswers }: NonAnswersProps) {
  const { t } = useTranslation('ui');
  return (
    <div className={classes['non']}>
      <span className={classes['or']}>{t('answer.or')}</span>
      <Choices>
        {offer.map((n) => (
          <Choice
            key={n}
            type="radio"
            name={name}
            value={n}
            checked={state === n}
            onChange={() => onChoose(n)}
          >
            {t(`answer.${n}`)}
          </Choice>
        ))}
      </Choices>
    </div>
  );
}

interface QuestionFieldProps<T> {
  id: string;
  question: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  value: Answer<T>;
  onChange: (value: Answer<T>) => void;
  offer?: readonly NonAnswer[];
}

export function ChoiceQuestion<V extends string>({
  options,
  ...q
}: QuestionFieldProps<V> & { options: readonly { value: V; label: ReactNode; hint?: ReactNode }[] }) {
  const name = useId();
  const chosen = q.value.state === 'given' ? q.value.value : undefined;
  return (
    <Question id={q.id} question={q.question} hint={q.hint} error={q.error}>
      <Choices>
        {options.map((o) => (
          <Choice
            key={o.value}
            type="radio"
            name={name}
            value={o.value}
            checked={chosen === o.value}
            onChange={() => q.onChange(given(o.value))}
            hint={o.hint}
          >
            {o.label}
          </Choice>
        ))}
      </Choices>
      <NonAnswerChoices
        name={name}
        state={q.value.state}
        onChoose={(state) => q.onChange({ state })}
        {...(q.offer ? { offer: q.offer } : {})}
      />
    </Question>
  );
}

export function TextQuestion({ lines = 1, ...q }: QuestionFieldProps<string> & { lines?: number }) {
  const name = useId();
  const { t } = useTranslation('ui');
  const text = q.value.state === 'given' ? q.value.value : '';
  const shared = {
    'aria-label': t('answer.words'),
    value: text,
    error: Boolean(q.error),
    onChange: (e: { currentTarget: { value: string } }) =>
      q.onChange(e.currentTarget.value === '' ? blank : given(e.currentTarget.value)),
  };
  return (
    <Question id={q.id} question={q.question} hint={q.hint} error={q.error}>
      {lines > 1 ? <Textarea {...shared} rows={lines} resize="vertical" /> : <TextInput {...shared} />}
      <NonAnswerChoices
        name={name}
        state={q.value.state}
        onChoose={(state) =>
          q.onChange(isNonAnswer(q.value.state) && q.value.state === state ? blank : { state })
        }
        {...(q.offer ? { offer: q.offer } : {})}
      />
    </Question>
  );
}
