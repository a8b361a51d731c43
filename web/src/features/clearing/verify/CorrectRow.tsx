import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { codesOf, type CodeList } from '@simpul/contract/standards/code-lists';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../../app/api.ts';
import { useLoadAreas } from '../../../app/load-areas.ts';
import { ProblemError } from '../../../app/problem.ts';
import { useCommand } from '../../../app/use-command.ts';
import { AreaPicker, type AreaOption } from '../../../ui/AreaPicker.tsx';
import { FieldError } from '../../../ui/Field.tsx';
import { Row, Stack } from '../../../ui/Layout.tsx';
import { type FieldProblem, ProblemSummary } from '../../../ui/ProblemSummary.tsx';
import { showToast } from '../../../ui/toasts.ts';
import { useAreaNames } from '../area-names.ts';
import classes from '../Clearing.module.css';
import { clearingKey, type RowDetail } from '../queries.ts';
import { useClearingProblem } from '../use-clearing-problem.ts';
import { useWords } from '../use-words.ts';
import { changesOf, draftOf, fieldOfPath, problemsOf, withAge, type Draft } from './correct-row.ts';

interface CorrectRowProps {
  row: RowDetail;
  onClose: () => void;
  /** The id of the row that takes its place. */
  onDone: (id: string) => void;
}

/** Corrects what is counted. The old row stays, superseded; identity is corrected by handing the row in again. */
export function CorrectRow({ row, onClose, onDone }: CorrectRowProps) {
  const { t, i18n } = useTranslation('clearing-verify');
  const problemText = useClearingProblem();
  const [draft, setDraft] = useState<Draft>(() => draftOf(row.case));
  const [reason, setReason] = useState('');
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const [fault, setFault] = useState<string>();
  const correct = useCommand(client.clearing.correctRow, {
    invalidates: [clearingKey],
    onSuccess: ({ id }) => {
      showToast({ kind: 'ok', text: t('correct.done') });
      onDone(id);
    },
    onError: (error) => {
      const errors = error instanceof ProblemError ? (error.problem.errors ?? []) : [];
      setProblems(
        errors.map((e) => ({
          field: `correct-${fieldOfPath(e.path)}`,
          message: i18n.exists(`clearing-verify:correct.wrong.${e.code}`)
            ? t(`correct.wrong.${e.code}`, { ...e.params })
            : e.message,
        })),
      );
      setFault(errors.length === 0 ? problemText(error) : undefined);
    },
  });
  const messageOf = (field: string) => problems.find((p) => p.field === field)?.message;
  const set = (patch: Partial<Draft>) => setDraft({ ...draft, ...patch });
  const save = () => {
    const found = problemsOf(row.case, draft, reason).map(({ field, key }) => ({
      field: `correct-${field}`,
      message: t(`correct.missing.${key}`),
    }));
    setProblems(found);
    setFault(undefined);
    if (found.length === 0)
      correct.mutate({
        id: row.id,
        version: row.version,
        reason: reason.trim(),
        changes: changesOf(row.case, draft),
      });
  };
  return (
    <form
      noValidate
      onSubmit={(e) => {
        e.preventDefault();
        save();
      }}
    >
      <Stack>
        <ProblemSummary problems={problems} />
        <p className={classes['quiet']}>{t('correct.text')}</p>
        <Place
          field="place"
          code={draft.placeCode}
          error={messageOf('correct-place')}
          onChange={(placeCode) => set({ placeCode })}
          unknown={draft.placeCode === null}
        />
        <Coded list="sex" field="sex" value={draft.sex} onChange={(sex) => set({ sex })} />
        <TextInput
          id="correct-age"
          label={t('field.age')}
          description={t('correct.ageHint')}
          inputMode="numeric"
          maxLength={3}
          error={messageOf('correct-age')}
          value={draft.age}
          onChange={(e) => setDraft(withAge(draft, e.currentTarget.value))}
        />
        <Child value={draft.child} error={messageOf('correct-child')} onChange={(child) => set({ child })} />
        <Coded list="exploitation_type" field="form" value={draft.form} onChange={(form) => set({ form })} />
        <Coded
          list="victim_status"
          field="victimStatus"
          optional
          value={draft.victimStatus}
          onChange={(victimStatus) => set({ victimStatus })}
        />
        <Coded
          list="legal_stage"
          field="legalStage"
          optional
          value={draft.legalStage}
          onChange={(legalStage) => set({ legalStage })}
        />
        <TextInput
          id="correct-year"
          label={t('field.countingYear')}
          description={t('correct.yearHint')}
          inputMode="numeric"
          maxLength={4}
          error={messageOf('correct-year')}
          value={draft.year}
          onChange={(e) => set({ year: e.currentTarget.value })}
        />
        <Textarea
          id="correct-reason"
          label={t('correct.why')}
          autosize
          minRows={2}
          maxLength={500}
          error={messageOf('correct-reason')}
          value={reason}
          onChange={(e) => setReason(e.currentTarget.value)}
        />
        {fault && <FieldError>{fault}</FieldError>}
        <Row>
          <Button type="submit" variant="filled" loading={correct.isPending}>
            {t('act.saveCorrection')}
          </Button>
          <Button onClick={onClose} disabled={correct.isPending}>
            {t('act.cancel')}
          </Button>
        </Row>
      </Stack>
    </form>
  );
}

interface CodedProps {
  list: CodeList;
  field: 'sex' | 'form' | 'victimStatus' | 'legalStage';
  value: string;
  optional?: boolean;
  onChange: (code: string) => void;
}
function Coded({ list, field, value, optional = false, onChange }: CodedProps) {
  const { t } = useTranslation('clearing-verify');
  const words = useWords();
  const codes: readonly string[] = codesOf(list);
  return (
    <NativeSelect
      id={`correct-${field}`}
      label={t(`field.${field}`)}
      value={value}
      onChange={(e) => onChange(e.currentTarget.value)}
      data={[
        ...(optional ? [{ value: '', label: t('correct.notStated') }] : []),
        ...codes.map((code) => ({ value: code, label: words.code(list, code) })),
      ]}
    />
  );
}

const childCodes = ['yes', 'no', 'uncertain', 'unknown'] as const;
interface ChildProps {
  value: Draft['child'];
  error: string | undefined;
  onChange: (child: Draft['child']) => void;
}
function Child({ value, error, onChange }: ChildProps) {
  const { t } = useTranslation('clearing-verify');
  const words = useWords();
  return (
    <NativeSelect
      id="correct-child"
      label={t('field.child')}
      error={error}
      value={value}
      onChange={(e) => onChange(childCodes.find((c) => c === e.currentTarget.value) ?? value)}
      data={childCodes.map((code) => ({ value: code, label: words.child(code) }))}
    />
  );
}

interface PlaceProps {
  field: 'place';
  code: string | null;
  unknown: boolean;
  error: string | undefined;
  onChange: (code: string | null) => void;
}
function Place({ field, code, error, onChange }: PlaceProps) {
  const { t } = useTranslation('clearing-verify');
  const load = useLoadAreas();
  const areas = useAreaNames([code]);
  const [chosen, setChosen] = useState<readonly AreaOption[]>();
  const now: readonly AreaOption[] =
    code === null ? [] : [{ code, name: areas.full(code), level: 'regency', path: [] }];
  return (
    <AreaPicker
      id={`correct-${field}`}
      label={t(`field.${field}`)}
      error={error}
      hint={t('correct.placeHint')}
      load={load}
      deepest="regency"
      value={chosen ?? now}
      onChange={(next) => {
        setChosen(next);
        const last = next.at(-1);
        onChange(last?.level === 'regency' ? last.code : null);
      }}
    />
  );
}
