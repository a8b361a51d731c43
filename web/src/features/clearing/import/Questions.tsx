import { Button, NativeSelect, TextInput } from '@mantine/core';
import type { ImportMapping } from '@simpul/contract/clearing/columns';
import { fileProblemMessage } from '@simpul/contract/clearing/problem-messages';
import type { FileProblem } from '@simpul/contract/clearing/row';
import type { ColumnTarget } from '@simpul/contract/clearing/targets';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLoadAreas } from '../../../app/load-areas.ts';
import { AreaPicker, type AreaOption } from '../../../ui/AreaPicker.tsx';
import { Choice, Choices } from '../../../ui/Choice.tsx';
import { FieldError, Question } from '../../../ui/Field.tsx';
import { Row, Stack } from '../../../ui/Layout.tsx';
import { Section } from '../../../ui/Section.tsx';
import classes from '../Clearing.module.css';
import type { Import } from '../queries.ts';
import { useWords } from '../use-words.ts';
import { keepOnly, withConstant, withinWidth, withTarget } from './mapping.ts';
import { Place } from './ReadingOptions.tsx';
import type { Reading } from './use-reading.ts';

interface QuestionsProps {
  imp: Import;
  reading: Reading;
}

/** What the file itself does not say and nobody guesses: asked plainly before any row is looked at. */
export function Questions({ imp, reading }: QuestionsProps) {
  const { t } = useTranslation('clearing-import');
  const places = imp.refusals.some((r) => r.code === 'header_not_found' || r.code === 'no_rows');
  return (
    <Section title={t('questions.title', { count: imp.refusals.length })} note={t('questions.note')}>
      <Stack gap="lg">
        {imp.refusals.map((refusal) => (
          <One key={`${refusal.code} ${refusal.field ?? ''}`} refusal={refusal} imp={imp} reading={reading} />
        ))}
        {places && <Place imp={imp} reading={reading} />}
        {reading.fault && <FieldError>{reading.fault}</FieldError>}
        {!places && (
          <Row>
            <Button
              variant="filled"
              loading={reading.busy}
              disabled={!reading.dirty}
              onClick={() => reading.apply()}
            >
              {t('act.check')}
            </Button>
            {!reading.dirty && <span className={classes['quiet']}>{t('questions.answerFirst')}</span>}
          </Row>
        )}
      </Stack>
    </Section>
  );
}

function One({ refusal, imp, reading }: QuestionsProps & { refusal: FileProblem }) {
  const { language } = useWords();
  const id = useId();
  const { what, mend } = fileProblemMessage(refusal, language);
  return (
    <Question id={id} question={what} heading="h3" hint={mend}>
      <Answer refusal={refusal} imp={imp} reading={reading} />
    </Question>
  );
}

function Answer({ refusal, imp, reading }: QuestionsProps & { refusal: FileProblem }) {
  const { mapping } = reading;
  if (!mapping) return null;
  const { code, field } = refusal;
  if (code === 'column_missing' && field)
    return <Missing field={field} imp={imp} mapping={mapping} onChange={reading.change} />;
  if (code === 'column_twice' && field)
    return <Twice refusal={refusal} field={field} imp={imp} mapping={mapping} onChange={reading.change} />;
  if (code === 'constant_unknown') return <PlaceOfAll mapping={mapping} onChange={reading.change} />;
  if (code === 'bps_crosswalk_missing') return <OtherCodes mapping={mapping} onChange={reading.change} />;
  if (code === 'column_beyond_file')
    return <Fewer mapping={mapping} width={imp.columns.length} onChange={reading.change} />;
  return null;
}

interface AnswerProps {
  mapping: ImportMapping;
  onChange: (next: ImportMapping) => void;
}

/** Either a column that holds it, or one value for the whole file. */
function Missing({ field, imp, mapping, onChange }: AnswerProps & { field: ColumnTarget; imp: Import }) {
  const { t } = useTranslation('clearing-import');
  const chosen = mapping.columns.find((c) => c.target === field)?.index;
  const name = (c: Import['columns'][number]) => (c.header ? `${c.letter}: ${c.header}` : c.letter);
  return (
    <Stack>
      <div className={classes['narrow']}>
        <NativeSelect
          label={t('questions.column')}
          value={chosen ?? ''}
          onChange={(e) => {
            const without = chosen === undefined ? mapping : withTarget(mapping, chosen, null);
            const next = e.currentTarget.value;
            onChange(next === '' ? without : withTarget(without, Number(next), field));
          }}
          data={[
            { value: '', label: t('questions.noColumn') },
            ...imp.columns.map((c) => ({ value: String(c.index), label: name(c) })),
          ]}
        />
      </div>
      {chosen === undefined && field === 'sex' && <SexOfAll mapping={mapping} onChange={onChange} />}
      {chosen === undefined && field === 'place' && <PlaceOfAll mapping={mapping} onChange={onChange} />}
      {chosen === undefined && field === 'reportDate' && <YearOfAll mapping={mapping} onChange={onChange} />}
    </Stack>
  );
}

const sexes = ['female', 'male', 'unknown'] as const;
function SexOfAll({ mapping, onChange }: AnswerProps) {
  const { t } = useTranslation('clearing-import');
  const words = useWords();
  const name = useId();
  return (
    <fieldset>
      <legend className={classes['or']}>{t('questions.sexOfAll')}</legend>
      <Choices columns={2}>
        {sexes.map((sex) => (
          <Choice
            key={sex}
            type="radio"
            name={name}
            value={sex}
            checked={mapping.constants?.sex === sex}
            onChange={() => onChange(withConstant(mapping, 'sex', sex))}
          >
            {words.code('sex', sex)}
          </Choice>
        ))}
      </Choices>
    </fieldset>
  );
}

function PlaceOfAll({ mapping, onChange }: AnswerProps) {
  const { t } = useTranslation('clearing-import');
  const id = useId();
  const load = useLoadAreas();
  const [area, setArea] = useState<readonly AreaOption[]>([]);
  return (
    <div className={classes['narrow']}>
      <AreaPicker
        id={id}
        label={t('questions.placeOfAll')}
        load={load}
        value={area}
        deepest="regency"
        onChange={(next) => {
          setArea(next);
          const last = next.at(-1);
          onChange(withConstant(mapping, 'placeCode', last?.level === 'regency' ? last.code : undefined));
        }}
      />
    </div>
  );
}

function YearOfAll({ mapping, onChange }: AnswerProps) {
  const { t } = useTranslation('clearing-import');
  const name = useId();
  const [year, setYear] = useState(String(mapping.constants?.registrationYear ?? ''));
  const incident = mapping.columns.some((c) => c.target === 'incidentDate');
  return (
    <Stack>
      <div className={classes['narrow']}>
        <TextInput
          label={t('questions.yearOfAll')}
          inputMode="numeric"
          maxLength={4}
          value={year}
          onChange={(e) => {
            const next = e.currentTarget.value;
            setYear(next);
            const given = /^20\d\d$/.test(next) ? Number(next) : undefined;
            onChange(withConstant(mapping, 'registrationYear', given));
          }}
        />
      </div>
      {incident && (
        <Choice
          type="checkbox"
          name={name}
          value="offence"
          checked={mapping.yearBasis === 'offence'}
          onChange={(on) => {
            const { yearBasis: _before, ...rest } = mapping;
            onChange(on ? { ...rest, yearBasis: 'offence' } : rest);
          }}
        >
          {t('questions.byIncident')}
        </Choice>
      )}
    </Stack>
  );
}

function Twice({
  refusal,
  field,
  imp,
  mapping,
  onChange,
}: AnswerProps & { refusal: FileProblem; field: ColumnTarget; imp: Import }) {
  const { t } = useTranslation('clearing-import');
  const name = useId();
  const letters = [refusal.params['first'], refusal.params['second']];
  const both = imp.columns.filter((c) => letters.includes(c.letter));
  const kept = mapping.columns.filter((c) => c.target === field);
  return (
    <Choices>
      {both.map((column) => (
        <Choice
          key={column.letter}
          type="radio"
          name={name}
          value={column.letter}
          checked={kept.length === 1 && kept[0]?.index === column.index}
          onChange={() => onChange(keepOnly(withTarget(mapping, column.index, field), field, column.index))}
        >
          {t('questions.keep', { column: `${column.letter}: ${column.header}` })}
        </Choice>
      ))}
    </Choices>
  );
}

function OtherCodes({ mapping, onChange }: AnswerProps) {
  const { t } = useTranslation('clearing-import');
  const name = useId();
  return (
    <Choice
      type="checkbox"
      name={name}
      value="kemendagri"
      checked={mapping.codeSystem === 'kemendagri'}
      onChange={(on) => onChange({ ...mapping, codeSystem: on ? 'kemendagri' : 'bps' })}
    >
      {t('questions.kemendagri')}
    </Choice>
  );
}

function Fewer({ mapping, width, onChange }: AnswerProps & { width: number }) {
  const { t } = useTranslation('clearing-import');
  return (
    <Row>
      <Button size="sm" onClick={() => onChange(withinWidth(mapping, width))}>
        {t('questions.fewer')}
      </Button>
    </Row>
  );
}
