import { Button, TextInput } from '@mantine/core';
import type { DayKind } from '@simpul/contract/duties/calendar-day';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../app/api.ts';
import { useCommand } from '../../app/use-command.ts';
import { useProblemText } from '../../app/use-problem-text.ts';
import { type Answer, blank, given } from '../../ui/answer.ts';
import { Choice, Choices } from '../../ui/Choice.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { FieldError, Question } from '../../ui/Field.tsx';
import { useFormat } from '../../ui/FormatProvider.tsx';
import { Row, Stack } from '../../ui/Layout.tsx';
import { PartialDateField } from '../../ui/PartialDateField.tsx';
import { type FieldProblem, ProblemSummary } from '../../ui/ProblemSummary.tsx';
import { showToast } from '../../ui/toasts.ts';
import type { CalendarDay } from './queries.ts';

const kinds: readonly DayKind[] = ['national_holiday', 'collective_leave', 'local_holiday', 'working_day'];

/** Enters one day with its basis. `day` is empty when the day itself is still to be asked. */
export function EditDayDialog(props: { day: string; known: CalendarDay | undefined; onClose: () => void }) {
  const { day, known, onClose } = props;
  const { t } = useTranslation('duties');
  const { date } = useFormat();
  const problemText = useProblemText();
  const [asked, setAsked] = useState<Answer<string>>(day === '' ? blank : given(day));
  const [kind, setKind] = useState<DayKind>(known && !known.working ? 'working_day' : 'local_holiday');
  const [name, setName] = useState('');
  const [basis, setBasis] = useState('');
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const [fault, setFault] = useState<string>();
  const edit = useCommand(client.duties.editCalendarDays, {
    onSuccess: () => {
      onClose();
      showToast({ kind: 'ok', text: t('acted.edit') });
    },
    onError: (error) => setFault(problemText(error)),
  });
  const messageOf = (field: string) => problems.find((p) => p.field === field)?.message;
  const save = () => {
    const chosen = asked.state === 'given' && asked.value.length === 10 ? asked.value : undefined;
    const found: FieldProblem[] = [];
    if (!chosen) found.push({ field: 'day-date', message: t('editDay.missing.date') });
    if (name.trim().length < 3) found.push({ field: 'day-name', message: t('editDay.missing.name') });
    if (basis.trim().length < 3) found.push({ field: 'day-basis', message: t('editDay.missing.basis') });
    setProblems(found);
    if (chosen && found.length === 0)
      edit.mutate({ days: [{ date: chosen, kind, name: name.trim(), basis: basis.trim() }] });
  };
  return (
    <Dialog open title={day === '' ? t('editDay.title') : date(day, 'long')} onClose={onClose}>
      <form
        noValidate
        onSubmit={(e) => {
          e.preventDefault();
          save();
        }}
      >
        <Stack>
          <ProblemSummary problems={problems} />
          {day === '' && (
            <PartialDateField
              id="day-date"
              question={t('editDay.day')}
              heading="h3"
              complete
              offer="none"
              value={asked}
              onChange={setAsked}
              error={messageOf('day-date')}
            />
          )}
          <Question id="day-kind" question={t('editDay.kind')} heading="h3">
            <Choices>
              {kinds.map((one) => (
                <Choice
                  key={one}
                  type="radio"
                  name="day-kind"
                  value={one}
                  checked={kind === one}
                  onChange={() => setKind(one)}
                >
                  {t(`dayKind.${one}`)}
                </Choice>
              ))}
            </Choices>
          </Question>
          <TextInput
            id="day-name"
            label={t('editDay.name')}
            description={t('editDay.nameHint')}
            error={messageOf('day-name')}
            maxLength={120}
            value={name}
            onChange={(e) => setName(e.currentTarget.value)}
          />
          <TextInput
            id="day-basis"
            label={t('editDay.basis')}
            description={t('editDay.basisHint')}
            error={messageOf('day-basis')}
            maxLength={200}
            value={basis}
            onChange={(e) => setBasis(e.currentTarget.value)}
          />
          {fault && <FieldError>{fault}</FieldError>}
          <Row>
            <Button type="submit" variant="filled" loading={edit.isPending}>
              {t('editDay.save')}
            </Button>
            <Button onClick={onClose} disabled={edit.isPending}>
              {t('act.cancel')}
            </Button>
          </Row>
        </Stack>
      </form>
    </Dialog>
  );
}
