import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { countedUnits, figureTopics } from '@simpul/contract/figures/codes';
import { entryProblems } from '@simpul/contract/figures/rules';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../app/api.ts';
import { useLoadAreas } from '../../app/load-areas.ts';
import { useMe } from '../../app/me.ts';
import { ProblemError } from '../../app/problem.ts';
import { useCommand } from '../../app/use-command.ts';
import { AreaPicker, type AreaOption } from '../../ui/AreaPicker.tsx';
import { FieldError } from '../../ui/Field.tsx';
import { Row, Stack } from '../../ui/Layout.tsx';
import { PartialDateField } from '../../ui/PartialDateField.tsx';
import { type FieldProblem, ProblemSummary } from '../../ui/ProblemSummary.tsx';
import { Section } from '../../ui/Section.tsx';
import { showToast } from '../../ui/toasts.ts';
import { type EntryDraft, fieldOf, readEntry } from './entry.ts';
import { EntryParts } from './EntryParts.tsx';
import classes from './Figures.module.css';
import { useFigureProblem } from './use-figure-problem.ts';

interface EntryFormProps {
  start: EntryDraft;
  replaces?: string;
  today: string;
}

/** All provenance or no figure; what is wrong is said before it is sent, by the same rules as the server's. */
export function EntryForm({ start, replaces, today }: EntryFormProps) {
  const { t, i18n } = useTranslation('figures');
  const { tenant } = useMe();
  const navigate = useNavigate();
  const loadAreas = useLoadAreas();
  const problemText = useFigureProblem();
  const [draft, setDraft] = useState(start);
  const [area, setArea] = useState<readonly AreaOption[]>(
    start.areaCode === tenant.code
      ? [{ code: tenant.code, name: tenant.name, level: 'province', path: [] }]
      : [],
  );
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const [fault, setFault] = useState<string>();
  const set = (patch: Partial<EntryDraft>) => setDraft((before) => ({ ...before, ...patch }));
  const words = (code: string, message: string, params: Record<string, string | number> = {}) =>
    i18n.exists(`figures:wrong.${code}`) ? t(`wrong.${code}`, params) : message;
  const refused = (error: Error) => {
    const errors = error instanceof ProblemError ? (error.problem.errors ?? []) : [];
    setProblems(errors.map((e) => ({ field: fieldOf(e.path), message: words(e.code, e.message, e.params) })));
    if (errors.length === 0) setFault(problemText(error));
  };
  const done = ({ id }: { id: string }) => {
    showToast({ kind: 'ok', text: t('enter.done') });
    void navigate({ to: '/angka/terpublikasi', search: { angka: id } });
  };
  const enter = useCommand(client.figures.enterPublishedFigure, { onSuccess: done, onError: refused });
  const replace = useCommand(client.figures.supersedeFigure, { onSuccess: done, onError: refused });
  const send = () => {
    setFault(undefined);
    const { missing, entry } = readEntry({ ...draft, areaCode: area.at(-1)?.code ?? draft.areaCode });
    const found = missing.map((m) => ({ field: m.field, message: t(`missing.${m.message}`) }));
    if (replaces && draft.reason.trim().length < 5)
      found.push({ field: 'entry-reason', message: t('withdraw.short') });
    if (entry)
      for (const p of entryProblems(entry, today))
        found.push({ field: fieldOf(p.path), message: words(p.code, p.message, p.params) });
    setProblems(found);
    if (!entry || found.length > 0) return;
    if (replaces) replace.mutate({ id: replaces, reason: draft.reason.trim(), by: entry });
    else enter.mutate(entry);
  };
  const messageOf = (field: string) => problems.find((p) => p.field === `entry-${field}`)?.message;
  const textField = (
    key: 'rule' | 'basis' | 'source' | 'title' | 'url' | 'value' | 'reason',
    hint?: string,
  ) => (
    <TextInput
      id={`entry-${key}`}
      label={t(`entry.${key}`)}
      description={hint}
      error={messageOf(key)}
      maxLength={400}
      {...(key === 'value' ? { inputMode: 'decimal' as const, w: '10rem' } : {})}
      value={draft[key]}
      onChange={(e) => set({ [key]: e.currentTarget.value })}
    />
  );
  const dayField = (key: 'from' | 'to' | 'asOf' | 'day', hint?: string) => (
    <PartialDateField
      id={`entry-${key}`}
      question={t(`entry.${key}`)}
      heading="h3"
      hint={hint}
      complete
      offer="none"
      value={draft[key]}
      onChange={(answer) => set({ [key]: answer })}
      error={messageOf(key)}
    />
  );
  return (
    <form
      noValidate
      className={classes['narrow']}
      onSubmit={(e) => {
        e.preventDefault();
        send();
      }}
    >
      <Stack gap="lg">
        <ProblemSummary problems={problems} />
        <Section title={t('entry.what')}>
          <Stack>
            <NativeSelect
              id="entry-topic"
              label={t('filter.topic')}
              value={draft.topic}
              data={figureTopics.map((value) => ({ value, label: t(`topic.${value}`) }))}
              onChange={(e) =>
                set({ topic: figureTopics.find((x) => x === e.currentTarget.value) ?? 'trafficking' })
              }
            />
            <NativeSelect
              id="entry-unit"
              label={t('field.unit')}
              description={t('entry.unitHint')}
              value={draft.unit}
              data={countedUnits.map((value) => ({ value, label: t(`unit.${value}`) }))}
              onChange={(e) =>
                set({ unit: countedUnits.find((x) => x === e.currentTarget.value) ?? 'victim' })
              }
            />
            {textField('value')}
            {draft.areaCode === 'id' ? (
              <p>{t('entry.nation')}</p>
            ) : (
              <AreaPicker
                id="entry-area"
                label={t('field.area')}
                error={messageOf('area')}
                load={loadAreas}
                value={area}
                onChange={setArea}
                deepest="regency"
              />
            )}
            {dayField('from')}
            {dayField('to')}
            {dayField('asOf', t('entry.asOfHint'))}
          </Stack>
        </Section>
        <Section title={t('entry.how')}>
          <Stack>
            {textField('rule', t('entry.ruleHint'))}
            {textField('basis', t('entry.optional'))}
          </Stack>
        </Section>
        <Section title={t('entry.who')}>
          <Stack>
            {textField('source', t('entry.sourceHint'))}
            {textField('title')}
            {dayField('day')}
            {textField('url', t('entry.urlHint'))}
            <Textarea
              id="entry-note"
              label={t('field.note')}
              description={t('entry.noteHint')}
              error={messageOf('note')}
              autosize
              minRows={2}
              maxLength={1000}
              value={draft.note}
              onChange={(e) => set({ note: e.currentTarget.value })}
            />
          </Stack>
        </Section>
        <EntryParts draft={draft} set={set} error={messageOf('parts')} />
        {replaces && <Section title={t('entry.whyTitle')}>{textField('reason', t('withdraw.hint'))}</Section>}
        {fault && <FieldError>{fault}</FieldError>}
        <Row>
          <Button type="submit" variant="filled" loading={enter.isPending || replace.isPending}>
            {t(replaces ? 'enter.replaceSave' : 'enter.save')}
          </Button>
        </Row>
      </Stack>
    </form>
  );
}
