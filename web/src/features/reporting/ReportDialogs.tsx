import { Button, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../app/api.ts';
import { useCommand } from '../../app/use-command.ts';
import { type Answer, given } from '../../ui/answer.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { FieldError } from '../../ui/Field.tsx';
import { Row, Stack } from '../../ui/Layout.tsx';
import { PartialDateField } from '../../ui/PartialDateField.tsx';
import { showToast } from '../../ui/toasts.ts';
import type { ReportView } from './queries.ts';
import { useReportProblem } from './use-report-problem.ts';

interface DialogProps {
  report: ReportView;
  onClose: () => void;
}

/** Asks why, since the reason goes into the history. */
export function WhyDialog({ report, act, onClose }: DialogProps & { act: 'withdraw' | 'reopen' }) {
  const { t } = useTranslation('reporting');
  const problemText = useReportProblem();
  const [reason, setReason] = useState('');
  const [fault, setFault] = useState<string>();
  const options = {
    onSuccess: () => {
      onClose();
      showToast({ kind: 'ok', text: t(`${act}.done`) });
    },
    onError: (error: Error) => setFault(problemText(error)),
  };
  const withdraw = useCommand(client.reporting.withdrawDraft, options);
  const reopen = useCommand(client.reporting.reopenReport, options);
  const run = act === 'withdraw' ? withdraw : reopen;
  return (
    <Dialog open title={t(`${act}.title`, { year: report.year })} onClose={onClose}>
      <form
        noValidate
        onSubmit={(e) => {
          e.preventDefault();
          const why = reason.trim();
          if (why.length < 5) setFault(t('why.short'));
          else run.mutate({ id: report.id, version: report.version, reason: why });
        }}
      >
        <Stack gap="sm">
          <p>{t(`${act}.text`)}</p>
          <Textarea
            label={t('why.label')}
            autosize
            minRows={2}
            maxLength={400}
            value={reason}
            onChange={(e) => setReason(e.currentTarget.value)}
          />
          {fault && <FieldError>{fault}</FieldError>}
          <Row>
            <Button type="submit" variant="filled" loading={run.isPending}>
              {t(`${act}.act`)}
            </Button>
            <Button onClick={onClose} disabled={run.isPending}>
              {t('cancel')}
            </Button>
          </Row>
        </Stack>
      </form>
    </Dialog>
  );
}

/** The day and the letter by which the report was handed over. */
export function SubmitDialog({ report, today, onClose }: DialogProps & { today: string }) {
  const { t } = useTranslation('reporting');
  const problemText = useReportProblem();
  const [day, setDay] = useState<Answer<string>>(given(today));
  const [letter, setLetter] = useState('');
  const [fault, setFault] = useState<string>();
  const submit = useCommand(client.reporting.submitReport, {
    onSuccess: () => {
      onClose();
      showToast({ kind: 'ok', text: t('submit.done', { year: report.year }) });
    },
    onError: (error) => setFault(problemText(error)),
  });
  return (
    <Dialog open title={t('submit.title', { year: report.year })} onClose={onClose}>
      <form
        noValidate
        onSubmit={(e) => {
          e.preventDefault();
          const submittedOn = day.state === 'given' && day.value.length === 10 ? day.value : undefined;
          if (submittedOn === undefined || letter.trim() === '') setFault(t('submit.missing'));
          else
            submit.mutate({
              id: report.id,
              version: report.version,
              submittedOn,
              letterNumber: letter.trim(),
            });
        }}
      >
        <Stack>
          <PartialDateField
            id="submit-day"
            question={t('submit.day')}
            heading="h3"
            complete
            offer="none"
            notAfter={today}
            value={day}
            onChange={setDay}
          />
          <TextInput
            label={t('submit.letter')}
            maxLength={80}
            value={letter}
            onChange={(e) => setLetter(e.currentTarget.value)}
          />
          {fault && <FieldError>{fault}</FieldError>}
          <Row>
            <Button type="submit" variant="filled" loading={submit.isPending}>
              {t('submit.act')}
            </Button>
            <Button onClick={onClose} disabled={submit.isPending}>
              {t('cancel')}
            </Button>
          </Row>
        </Stack>
      </form>
    </Dialog>
  );
}
