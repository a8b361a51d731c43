import { Button, NativeSelect, TextInput } from '@mantine/core';
import { dutyKindCodes, dutyKinds, type DutyKind, type DutyKindCode } from '@simpul/contract/duties/kinds';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../app/api.ts';
import { useToday } from '../../app/use-today.ts';
import { useCommand } from '../../app/use-command.ts';
import { useProblemText } from '../../app/use-problem-text.ts';
import { type Answer, blank } from '../../ui/answer.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { FieldError } from '../../ui/Field.tsx';
import { useFormat } from '../../ui/FormatProvider.tsx';
import { Panel, Row, Stack } from '../../ui/Layout.tsx';
import { PartialDateField } from '../../ui/PartialDateField.tsx';
import { type FieldProblem, ProblemSummary } from '../../ui/ProblemSummary.tsx';
import { showToast } from '../../ui/toasts.ts';
import { parametersQuery } from './queries.ts';
import { useWords } from './use-words.ts';
import { instantOf } from './zone-time.ts';

const kindOf = (code: DutyKindCode): DutyKind => dutyKinds[code];
const byHand = dutyKindCodes.filter((code) => !kindOf(code).every);
const isKind = (value: string): value is DutyKindCode => byHand.some((code) => code === value);

/** Starts the clock of a duty from an event; number and basis come from the parameters in force that day. */
export function SetDeadlineDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('duties');
  const { scope, zoneName } = useFormat();
  const words = useWords();
  const today = useToday();
  const problemText = useProblemText();
  const parameters = useQuery(parametersQuery);
  const [kind, setKind] = useState<DutyKindCode>();
  const [subject, setSubject] = useState('');
  const [day, setDay] = useState<Answer<string>>(blank);
  const [time, setTime] = useState('08.00');
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const [fault, setFault] = useState<string>();
  const set = useCommand(client.duties.setDeadline, {
    onSuccess: () => {
      onClose();
      showToast({ kind: 'ok', text: t('acted.set') });
    },
    onError: (error) => setFault(problemText(error)),
  });
  const numbers = (parameters.data?.items ?? []).filter(
    (p) => kind && kindOf(kind).parameters.includes(p.key),
  );
  const byClock = numbers.some((p) => p.unit === 'clock_hours');
  const backwards = numbers.some((p) => p.direction === 'before' || p.unit === 'event');
  const messageOf = (field: string) => problems.find((p) => p.field === field)?.message;
  const save = () => {
    const date = day.state === 'given' && day.value.length === 10 ? day.value : undefined;
    const label = subject.trim();
    const found: FieldProblem[] = [];
    if (!kind) found.push({ field: 'duty-kind', message: t('set.missing.kind') });
    if (label === '') found.push({ field: 'duty-subject', message: t('set.missing.subject') });
    const anchorAt = date === undefined ? undefined : instantOf(date, byClock ? time : '00.00', scope.zone);
    if (anchorAt === undefined) found.push({ field: 'duty-day', message: t('set.missing.day') });
    setProblems(found);
    if (kind && label !== '' && anchorAt !== undefined)
      set.mutate({ kind, subject: { kind: 'note', id: label.slice(0, 80), label }, anchorAt });
  };
  return (
    <Dialog open wide title={t('set.title')} onClose={onClose}>
      <form
        noValidate
        onSubmit={(e) => {
          e.preventDefault();
          save();
        }}
      >
        <Stack>
          <ProblemSummary problems={problems} />
          <NativeSelect
            id="duty-kind"
            label={t('set.kind')}
            description={t('set.kindHint')}
            error={messageOf('duty-kind')}
            value={kind ?? ''}
            onChange={(e) => setKind(isKind(e.currentTarget.value) ? e.currentTarget.value : undefined)}
            data={[
              { value: '', label: '–' },
              ...byHand.map((code) => ({ value: code, label: words.title(code) })),
            ]}
          />
          {numbers.length > 0 && (
            <Panel>
              {numbers.map((p) => (
                <p key={p.key}>{t('verify.sure', { number: words.number(p), basis: p.basis })}</p>
              ))}
            </Panel>
          )}
          <TextInput
            id="duty-subject"
            label={t('set.subject')}
            description={t('set.subjectHint')}
            error={messageOf('duty-subject')}
            maxLength={120}
            value={subject}
            onChange={(e) => setSubject(e.currentTarget.value)}
          />
          <PartialDateField
            id="duty-day"
            question={t(backwards ? 'set.dayBefore' : 'set.day')}
            heading="h3"
            complete
            offer="none"
            value={day}
            onChange={setDay}
            error={messageOf('duty-day')}
          />
          {byClock && (
            <TextInput
              id="duty-time"
              label={t('set.hour', { zone: zoneName(new Date(`${today}T12:00:00Z`)) })}
              inputMode="numeric"
              maxLength={5}
              w="7rem"
              value={time}
              onChange={(e) => setTime(e.currentTarget.value)}
            />
          )}
          {fault && <FieldError>{fault}</FieldError>}
          <Row>
            <Button type="submit" variant="filled" loading={set.isPending}>
              {t('set.save')}
            </Button>
            <Button onClick={onClose} disabled={set.isPending}>
              {t('act.cancel')}
            </Button>
          </Row>
        </Stack>
      </form>
    </Dialog>
  );
}
