import { Button, NativeSelect, TextInput } from '@mantine/core';
import type { ParameterUnit } from '@simpul/contract/duties/legal-parameter';
import { dayUnitChoices, isNumericUnit, parameterProblem, unitsAfter } from '@simpul/contract/duties/rules';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../app/api.ts';
import { ProblemError } from '../../app/problem.ts';
import { useCommand } from '../../app/use-command.ts';
import { useProblemText } from '../../app/use-problem-text.ts';
import { type Answer, given } from '../../ui/answer.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { FieldError } from '../../ui/Field.tsx';
import { useFormat } from '../../ui/FormatProvider.tsx';
import { Prose, Row, Stack } from '../../ui/Layout.tsx';
import { PartialDateField } from '../../ui/PartialDateField.tsx';
import { type FieldProblem, ProblemSummary } from '../../ui/ProblemSummary.tsx';
import { showToast } from '../../ui/toasts.ts';
import type { Parameter } from './queries.ts';

interface SupersedeDialogProps {
  parameter: Parameter;
  today: string;
  onClose: () => void;
}

/** The next version of a number; the rules are the contract's own, so that the server finds nothing new. */
export function SupersedeDialog({ parameter, today, onClose }: SupersedeDialogProps) {
  const { t } = useTranslation('duties');
  const { date } = useFormat();
  const problemText = useProblemText();
  const [unit, setUnit] = useState<ParameterUnit>(parameter.unit);
  const [number, setNumber] = useState(parameter.value === null ? '' : String(parameter.value));
  const [text, setText] = useState(parameter.text ?? '');
  const [basis, setBasis] = useState(parameter.basis);
  const [from, setFrom] = useState<Answer<string>>(given(today));
  const [reason, setReason] = useState('');
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const [fault, setFault] = useState<string>();
  const says = (code: string) => t(`supersede.problem.${code}`);
  const supersede = useCommand(client.duties.supersedeLegalParameter, {
    onSuccess: (_, { validFrom }) => {
      onClose();
      showToast({ kind: 'ok', text: t('acted.supersede', { day: date(validFrom) }) });
    },
    onError: (error) => {
      const errors = error instanceof ProblemError ? (error.problem.errors ?? []) : [];
      setProblems(errors.map((e) => ({ field: `number-${e.path}`, message: says(e.code) })));
      if (errors.length === 0) setFault(problemText(error));
    },
  });
  const units = unitsAfter(parameter.unit);
  const numeric = isNumericUnit(unit);
  const messageOf = (field: string) => problems.find((p) => p.field === `number-${field}`)?.message;
  const save = () => {
    const next = {
      unit,
      value: numeric && number.trim() !== '' ? Number(number.replace(',', '.')) : null,
      text: numeric || unit === 'event' ? null : text.trim(),
    };
    const validFrom = from.state === 'given' && from.value.length === 10 ? from.value : undefined;
    const problem = Number.isNaN(next.value) ? 'value_not_whole' : parameterProblem(next);
    const found: FieldProblem[] = [];
    if (problem) found.push({ field: numeric ? 'number-value' : 'number-text', message: says(problem) });
    if (basis.trim().length < 5) found.push({ field: 'number-basis', message: says('basis') });
    if (!validFrom) found.push({ field: 'number-validFrom', message: says('validFrom') });
    else if (validFrom < parameter.validFrom)
      found.push({ field: 'number-validFrom', message: says('before_former') });
    if (reason.trim().length < 3) found.push({ field: 'number-reason', message: says('reason') });
    setProblems(found);
    setFault(undefined);
    if (found.length === 0 && validFrom)
      supersede.mutate({
        ...next,
        key: parameter.key,
        version: parameter.version,
        basis: basis.trim(),
        validFrom,
        reason: reason.trim(),
      });
  };
  return (
    <Dialog open wide title={t('supersede.title')} onClose={onClose}>
      <form
        noValidate
        onSubmit={(e) => {
          e.preventDefault();
          save();
        }}
      >
        <Stack>
          <Prose>{t('supersede.text', { version: parameter.version })}</Prose>
          <ProblemSummary problems={problems} />
          {units.length > 1 && (
            <NativeSelect
              id="number-unit"
              label={t('supersede.unit')}
              error={messageOf('unit')}
              value={unit}
              onChange={(e) => setUnit(units.find((one) => one === e.currentTarget.value) ?? unit)}
              data={units.map((value) => ({ value, label: t(`unitName.${value}`) }))}
            />
          )}
          {numeric && (
            <TextInput
              id="number-value"
              label={t('supersede.value')}
              description={t('supersede.valueHint')}
              error={messageOf('value')}
              inputMode="numeric"
              maxLength={6}
              value={number}
              onChange={(e) => setNumber(e.currentTarget.value)}
            />
          )}
          {(unit === 'fixed_date' || unit === 'window') && (
            <TextInput
              id="number-text"
              label={t(unit === 'window' ? 'supersede.window' : 'supersede.date')}
              description={t(unit === 'window' ? 'supersede.windowHint' : 'supersede.dateHint')}
              error={messageOf('text')}
              maxLength={11}
              value={text}
              onChange={(e) => setText(e.currentTarget.value)}
            />
          )}
          {unit === 'choice' && (
            <NativeSelect
              id="number-text"
              label={t('supersede.choice')}
              error={messageOf('text')}
              value={text}
              onChange={(e) => setText(e.currentTarget.value)}
              data={dayUnitChoices.map((value) => ({ value, label: t(`unit.choice.${value}`) }))}
            />
          )}
          <TextInput
            id="number-basis"
            label={t('supersede.basis')}
            description={t('supersede.basisHint')}
            error={messageOf('basis')}
            maxLength={300}
            value={basis}
            onChange={(e) => setBasis(e.currentTarget.value)}
          />
          <PartialDateField
            id="number-validFrom"
            question={t('supersede.validFrom')}
            heading="h3"
            complete
            offer="none"
            value={from}
            onChange={setFrom}
            error={messageOf('validFrom')}
          />
          <TextInput
            id="number-reason"
            label={t('supersede.reason')}
            description={t('reason.hint')}
            error={messageOf('reason')}
            maxLength={400}
            value={reason}
            onChange={(e) => setReason(e.currentTarget.value)}
          />
          {fault && <FieldError>{fault}</FieldError>}
          <Row>
            <Button type="submit" variant="filled" loading={supersede.isPending}>
              {t('supersede.save')}
            </Button>
            <Button onClick={onClose} disabled={supersede.isPending}>
              {t('act.cancel')}
            </Button>
          </Row>
        </Stack>
      </form>
    </Dialog>
  );
}
