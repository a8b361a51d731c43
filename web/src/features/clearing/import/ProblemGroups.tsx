import { Button } from '@mantine/core';
import type { DecisionAct, ImportDecision } from '@simpul/contract/clearing/columns';
import { mendLabel, problemMessage } from '@simpul/contract/clearing/problem-messages';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FieldError } from '../../../ui/Field.tsx';
import { useFormat } from '../../../ui/FormatProvider.tsx';
import { Row } from '../../../ui/Layout.tsx';
import { Section } from '../../../ui/Section.tsx';
import classes from '../Clearing.module.css';
import type { Import, ProblemGroup } from '../queries.ts';
import { ReasonForm } from '../ReasonForm.tsx';
import { useWords } from '../use-words.ts';
import { Decisions } from './Decisions.tsx';
import { GroupRows } from './GroupRows.tsx';
import { withDecision } from './mapping.ts';
import type { Reading } from './use-reading.ts';
import { WordChoice } from './WordChoice.tsx';

export interface ProblemGroupsProps {
  imp: Import;
  reading: Reading;
}

/** What is wrong, by cause, the largest first, each with an example and how to mend it. */
export function ProblemGroups({ imp, reading }: ProblemGroupsProps) {
  const { t } = useTranslation('clearing-import');
  const { number } = useFormat();
  const [shown, setShown] = useState<ProblemGroup>();
  const errors = imp.groups.filter((g) => g.severity === 'error');
  const warnings = imp.groups.filter((g) => g.severity === 'warning');
  const list = (groups: readonly ProblemGroup[]) => (
    <ul className={classes['groups']}>
      {groups.map((group) => (
        <Group key={keyOf(group)} group={group} imp={imp} reading={reading} onRows={() => setShown(group)} />
      ))}
    </ul>
  );
  return (
    <>
      {reading.fault && !reading.dirty && <FieldError>{reading.fault}</FieldError>}
      {errors.length > 0 && (
        <Section title={t('groups.errors', { count: imp.rowsWrong, number: number(imp.rowsWrong) })}>
          {list(errors)}
        </Section>
      )}
      {warnings.length > 0 && (
        <Section title={t('groups.warnings')} note={t('groups.warningsNote')}>
          {list(warnings)}
        </Section>
      )}
      <Decisions imp={imp} reading={reading} />
      {shown && <GroupRows imp={imp} group={shown} onClose={() => setShown(undefined)} />}
    </>
  );
}

const keyOf = (g: ProblemGroup) => `${g.code} ${g.field ?? ''} ${g.example.params['fits'] ?? ''}`;

function Group(props: ProblemGroupsProps & { group: ProblemGroup; onRows: () => void }) {
  const { group, imp, reading, onRows } = props;
  const { t } = useTranslation('clearing-import');
  const { number } = useFormat();
  const { language } = useWords();
  const [open, setOpen] = useState<'words' | 'accept'>();
  const message = problemMessage(group.example, language);
  const decide = (act: DecisionAct, note?: string) => {
    const decision: ImportDecision = {
      code: group.code,
      field: group.field,
      act,
      ...(note === undefined ? {} : { note }),
    };
    if (reading.mapping) reading.apply(withDecision(reading.mapping, decision));
  };
  const acts = imp.can.map ? group.mends : [];
  return (
    <li>
      <div className={classes['groupHead']}>
        <h3>{message.title}</h3>
        <span className={classes['quiet']}>
          {t('groups.rows', { count: group.rows, number: number(group.rows) })}
        </span>
      </div>
      <p className={classes['secondary']}>
        {t('groups.example', { row: number(group.example.row), what: message.what })} {message.mend}
      </p>
      {open === 'words' && group.field !== null && (
        <WordChoice
          field={group.field}
          words={group.words}
          reading={reading}
          onClose={() => setOpen(undefined)}
        />
      )}
      {open === 'accept' && (
        <ReasonForm
          question={t('groups.acceptWhy')}
          yes={mendLabel('accept', language)}
          busy={reading.busy}
          onYes={(note) => decide('accept', note)}
          onNo={() => setOpen(undefined)}
        />
      )}
      {open === undefined && (
        <Row>
          {acts.map((mend, i) => (
            <Button
              key={mend}
              size="sm"
              variant={i === 0 && group.severity === 'error' ? 'light' : 'default'}
              disabled={reading.busy}
              onClick={() => {
                if (mend === 'translate_word') setOpen('words');
                else if (mend === 'accept') setOpen('accept');
                else decide(mend);
              }}
              aria-label={`${mendLabel(mend, language)}: ${message.title}`}
            >
              {mendLabel(mend, language)}
            </Button>
          ))}
          <Button size="sm" onClick={onRows} aria-label={`${t('act.rows')}: ${message.title}`}>
            {t('act.rows')}
          </Button>
        </Row>
      )}
    </li>
  );
}
