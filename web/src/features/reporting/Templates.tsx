import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../app/api.ts';
import { downloadFile, uploadFile } from '../../app/files.ts';
import { ProblemError } from '../../app/problem.ts';
import { useCommand } from '../../app/use-command.ts';
import { FileDrop } from '../../ui/FileDrop.tsx';
import { DateText } from '../../ui/FormatProvider.tsx';
import { Panel, Row, Stack } from '../../ui/Layout.tsx';
import { Section } from '../../ui/Section.tsx';
import { showToast } from '../../ui/toasts.ts';
import type { PaperSettings } from './queries.ts';
import { useReportProblem } from './use-report-problem.ts';

type Template = PaperSettings['templates'][number];
const docx = { 'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['.docx'] };

/** Word templates: take the one in use, change it in Word, hand it in; what is wrong with it is said line by line. */
export function Templates({ settings }: { settings: PaperSettings }) {
  const { t } = useTranslation('reporting');
  if (!settings.can.change) return null;
  return (
    <Section title={t('template.title')} note={t('template.note')}>
      <Stack gap="lg">
        {settings.templates.map((template) => (
          <OneTemplate key={template.kind} template={template} />
        ))}
      </Stack>
    </Section>
  );
}

function OneTemplate({ template }: { template: Template }) {
  const { t } = useTranslation('reporting');
  const problemText = useReportProblem();
  const [progress, setProgress] = useState<number>();
  const [faults, setFaults] = useState<readonly string[]>([]);
  const { kind } = template;
  const failed = (error: Error) => {
    setProgress(undefined);
    const errors = error instanceof ProblemError ? (error.problem.errors ?? []) : [];
    setFaults(errors.length > 0 ? errors.map((e) => e.message) : [problemText(error)]);
  };
  const use = useCommand(client.reporting.setTemplate, {
    onSuccess: () => {
      setProgress(undefined);
      showToast({ kind: 'ok', text: t('template.done') });
    },
    onError: failed,
  });
  const remove = useCommand(client.reporting.removeTemplate, {
    onSuccess: () => showToast({ kind: 'ok', text: t('template.removed') }),
    onError: failed,
  });
  const take = useMutation({
    mutationFn: () => downloadFile(`/reporting/templates/${kind}`),
    onError: failed,
  });
  const hand = (file: File) => {
    setFaults([]);
    setProgress(0);
    uploadFile(file, { onProgress: setProgress }).then(({ id }) => use.mutate({ kind, file: id }), failed);
  };
  return (
    <div>
      <h3>{t(`template.${kind}`)}</h3>
      <p>
        {template.setAt === null ? t('template.own') : t('template.office')}{' '}
        {template.setAt !== null && <DateText value={template.setAt} />}
      </p>
      {faults.length > 0 && (
        <Panel tone="late">
          <div role="alert">
            <p>{t('template.refused')}</p>
            <ul>
              {faults.map((fault) => (
                <li key={fault} lang="id">
                  {fault}
                </li>
              ))}
            </ul>
          </div>
        </Panel>
      )}
      <FileDrop
        label={t('template.hand', { what: t(`template.${kind}`) })}
        accept={docx}
        maxBytes={10_000_000}
        onFile={hand}
        progress={progress}
      />
      <Row top>
        <Button size="sm" loading={take.isPending} onClick={() => take.mutate()}>
          {t('template.take')}
        </Button>
        {template.setAt !== null && (
          <Button size="sm" loading={remove.isPending} onClick={() => remove.mutate({ kind })}>
            {t('template.remove')}
          </Button>
        )}
      </Row>
    </div>
  );
}
