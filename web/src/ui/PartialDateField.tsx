import { TextInput } from '@mantine/core';
import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { blank, given, type Answer, type NonAnswer } from './answer.ts';
import { NonAnswerChoices } from './AnswerFields.tsx';
import { Question } from './Field.tsx';
import { datePartsOf, readPartialDate, type DateFault, type DateParts } from './partial-date.ts';
import classes from './PartialDateField.module.css';

interface PartialDateFieldProps {
  id: string;
  question: ReactNode;
  heading?: 'h1' | 'h2' | 'h3';
  hint?: ReactNode;
  value: Answer<string>;
  onChange: (value: Answer<string>, fault: DateFault | null) => void;
  /** Error shown after an attempt to go on; faults of the date itself show by themselves on leaving. */
  error?: ReactNode;
  notAfter?: string;
  notBefore?: string;
  /** Full dates only, as for a deadline. */
  complete?: boolean;
  offer?: readonly NonAnswer[] | 'none';
}

const parts = ['day', 'month', 'year'] as const;

/** Day, month and year apart: a year alone, or month and year, are answers too. */
export function PartialDateField(props: PartialDateFieldProps) {
  const {
    id,
    question,
    heading,
    hint,
    value,
    onChange,
    error,
    notAfter,
    notBefore,
    complete = false,
    offer,
  } = props;
  const { t } = useTranslation('ui');
  const name = useId();
  const [typed, setTyped] = useState<DateParts>(() =>
    datePartsOf(value.state === 'given' ? value.value : null),
  );
  const [left, setLeft] = useState(false);
  const limits = {
    ...(notAfter === undefined ? {} : { notAfter }),
    ...(notBefore === undefined ? {} : { notBefore }),
  };
  const result = readPartialDate(typed, limits);
  const short = complete && 'value' in result && result.value !== null && result.value.length < 10;
  const fault = 'fault' in result ? result.fault : null;
  const faulty = 'fault' in result ? result.part : short ? 'day' : null;
  const shown =
    error ?? (left && fault ? t(`date.${fault}`) : left && short ? t('date.incomplete') : undefined);

  const type = (part: keyof DateParts, text: string) => {
    const next = { ...typed, [part]: text };
    setTyped(next);
    const read = readPartialDate(next, limits);
    if ('fault' in read) onChange(blank, read.fault);
    else onChange(read.value === null ? blank : given(read.value), null);
  };

  return (
    <Question
      id={id}
      question={question}
      hint={hint ?? t(complete ? 'date.hintComplete' : 'date.hint')}
      error={shown}
      {...(heading ? { heading } : {})}
    >
      <div
        className={classes['parts']}
        onBlur={(e) => {
          if (!e.currentTarget.contains(e.relatedTarget)) setLeft(true);
        }}
      >
        {parts.map((part) => (
          <TextInput
            key={part}
            className={classes[part]}
            label={t(`date.${part}`)}
            inputMode="numeric"
            maxLength={part === 'year' ? 4 : 2}
            value={value.state === 'blank' || value.state === 'given' ? typed[part] : ''}
            error={Boolean(shown) && faulty === part}
            onChange={(e) => type(part, e.currentTarget.value)}
          />
        ))}
      </div>
      {offer !== 'none' && (
        <NonAnswerChoices
          name={name}
          state={value.state}
          onChoose={(state) => {
            setTyped({ day: '', month: '', year: '' });
            onChange({ state }, null);
          }}
          {...(offer ? { offer } : {})}
        />
      )}
    </Question>
  );
}
