import { Button, NativeSelect } from '@mantine/core';
import { targetInfo, type ColumnTarget } from '@simpul/contract/clearing/targets';
import { codeLists } from '@simpul/contract/standards/code-lists';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLoadAreas } from '../../../app/load-areas.ts';
import { AreaPicker, type AreaOption } from '../../../ui/AreaPicker.tsx';
import { FieldError } from '../../../ui/Field.tsx';
import { useFormat } from '../../../ui/FormatProvider.tsx';
import { Row, Stack } from '../../../ui/Layout.tsx';
import classes from '../Clearing.module.css';
import { useWords } from '../use-words.ts';
import { withWords } from './mapping.ts';
import type { Reading } from './use-reading.ts';

interface WordChoiceProps {
  field: ColumnTarget;
  words: readonly { word: string; rows: number }[];
  reading: Reading;
  onClose: () => void;
}

/** For each word no list holds: what it stands for. Chosen once, remembered for the agency's next files. */
export function WordChoice({ field, words, reading, onClose }: WordChoiceProps) {
  const { t } = useTranslation('clearing-import');
  const { number } = useFormat();
  const [chosen, setChosen] = useState<Record<string, string>>({});
  const [missing, setMissing] = useState(false);
  const set = (word: string, code: string) => setChosen({ ...chosen, [word]: code });
  const some = Object.values(chosen).some((code) => code !== '');
  return (
    <form
      className={classes['form']}
      onSubmit={(e) => {
        e.preventDefault();
        setMissing(!some);
        if (some && reading.mapping) reading.apply(withWords(reading.mapping, field, chosen));
      }}
    >
      <Stack>
        {words.map(({ word, rows }) => (
          <OneWord
            key={word}
            field={field}
            label={t('words.label', { word, count: rows, number: number(rows) })}
            value={chosen[word] ?? ''}
            onChange={(code) => set(word, code)}
          />
        ))}
        {missing && <FieldError>{t('words.none')}</FieldError>}
        <Row>
          <Button type="submit" size="sm" variant="filled" loading={reading.busy}>
            {t('words.save')}
          </Button>
          <Button size="sm" onClick={onClose} disabled={reading.busy}>
            {t('act.close')}
          </Button>
        </Row>
      </Stack>
    </form>
  );
}

interface OneWordProps {
  field: ColumnTarget;
  label: string;
  value: string;
  onChange: (code: string) => void;
}

function OneWord({ field, label, value, onChange }: OneWordProps) {
  const { t } = useTranslation('clearing-import');
  const { language } = useWords();
  const { list } = targetInfo[field];
  if (list === undefined) return <OneArea label={label} onChange={onChange} />;
  return (
    <NativeSelect
      label={label}
      value={value}
      onChange={(e) => onChange(e.currentTarget.value)}
      data={[
        { value: '', label: t('words.leave') },
        ...Object.entries(codeLists[list].codes).map(([code, entry]) => ({
          value: code,
          label: entry[language],
        })),
      ]}
    />
  );
}

function OneArea({ label, onChange }: Pick<OneWordProps, 'label' | 'onChange'>) {
  const id = useId();
  const load = useLoadAreas();
  const [area, setArea] = useState<readonly AreaOption[]>([]);
  return (
    <AreaPicker
      id={id}
      label={label}
      load={load}
      value={area}
      deepest="regency"
      onChange={(next) => {
        setArea(next);
        const last = next.at(-1);
        onChange(last?.level === 'regency' ? last.code : '');
      }}
    />
  );
}
