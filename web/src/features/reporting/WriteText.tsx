import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../app/api.ts';
import { useCommand } from '../../app/use-command.ts';
import { FieldError } from '../../ui/Field.tsx';
import { Row, Stack } from '../../ui/Layout.tsx';
import { showToast } from '../../ui/toasts.ts';
import { type Chapter, reportingKey, type ReportView } from './queries.ts';
import { useReportProblem } from './use-report-problem.ts';

/** Plain paragraphs: what has figures of its own comes from data, not from here. */
export function WriteText({
  report,
  chapter,
  onDone,
}: {
  report: ReportView;
  chapter: Chapter;
  onDone: () => void;
}) {
  const { t } = useTranslation('reporting');
  const problemText = useReportProblem();
  const [text, setText] = useState(chapter.text ?? '');
  const [fault, setFault] = useState<string>();
  // The version the writer began with: a text written meanwhile by somebody else is not overwritten.
  const [textVersion] = useState(chapter.textVersion ?? 0);
  const write = useCommand(client.reporting.writeChapterText, {
    invalidates: [reportingKey],
    onSuccess: () => {
      onDone();
      showToast({ kind: 'ok', text: t('write.done', { title: chapter.title }) });
    },
    onError: (error) => setFault(problemText(error)),
  });
  return (
    <form
      noValidate
      onSubmit={(e) => {
        e.preventDefault();
        write.mutate({ id: report.id, chapter: chapter.key, text, textVersion });
      }}
    >
      <Stack gap="sm">
        <Textarea
          autoFocus
          label={t('write.label', { title: chapter.title })}
          description={t('write.hint')}
          autosize
          minRows={8}
          maxLength={20_000}
          value={text}
          onChange={(e) => setText(e.currentTarget.value)}
        />
        {fault && <FieldError>{fault}</FieldError>}
        <Row>
          <Button type="submit" variant="filled" loading={write.isPending}>
            {t('write.save')}
          </Button>
          <Button onClick={onDone} disabled={write.isPending}>
            {t('cancel')}
          </Button>
        </Row>
      </Stack>
    </form>
  );
}
