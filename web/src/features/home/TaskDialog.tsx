import { Button } from '@mantine/core';
import type { Task } from '@simpul/contract/duties/deadline';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../app/api.ts';
import { useCommand } from '../../app/use-command.ts';
import { useProblemText } from '../../app/use-problem-text.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { FieldError } from '../../ui/Field.tsx';
import { useFormat } from '../../ui/FormatProvider.tsx';
import { Row, Stack } from '../../ui/Layout.tsx';
import { Status } from '../../ui/Status.tsx';
import { SubjectLabel } from '../../ui/SubjectLabel.tsx';
import { SummaryList } from '../../ui/SummaryList.tsx';
import { showToast } from '../../ui/toasts.ts';

/** One duty with its basis, and the way to say that it is done; for ten seconds that can be taken back. */
export function TaskDialog({ task, onClose }: { task: Task; onClose: () => void }) {
  const { t } = useTranslation('home');
  const { t: duty } = useTranslation('duties');
  const { date, dateTime } = useFormat();
  const problemText = useProblemText();
  const [fault, setFault] = useState<string>();
  const reopen = useCommand(client.duties.reopenDeadline, {
    onError: (error) => showToast({ kind: 'late', text: problemText(error) }),
  });
  const complete = useCommand(client.duties.completeDeadline, {
    onSuccess: ({ version }) => {
      onClose();
      showToast({
        kind: 'ok',
        text: t('done'),
        ...(version === undefined
          ? {}
          : {
              undo: {
                label: t('undo'),
                run: () => reopen.mutate({ id: task.id, version, reason: t('undoReason') }),
              },
            }),
      });
    },
    onError: (error) => setFault(problemText(error)),
  });
  return (
    <Dialog open title={duty(`kind.${task.kind}.title`)} onClose={onClose}>
      <Stack>
        <SummaryList
          items={[
            { key: 'subject', term: t('subject'), value: <SubjectLabel subject={task.subject} /> },
            {
              key: 'due',
              term: t('due'),
              value: task.unit === 'clock_hours' ? dateTime(task.dueAt) : date(task.dueDate, 'long'),
            },
            { key: 'basis', term: t('basis'), value: task.basis.text },
            {
              key: 'checked',
              term: t('checkedTerm'),
              value: (
                <Status kind={task.basis.checked ? 'ok' : 'wait'}>
                  {t(task.basis.checked ? 'checked' : 'unchecked')}
                </Status>
              ),
            },
          ]}
        />
        {fault && <FieldError>{fault}</FieldError>}
        <Row>
          {task.abilities.complete && (
            <Button
              variant="filled"
              loading={complete.isPending}
              onClick={() => complete.mutate({ id: task.id, version: task.version })}
            >
              {t('complete')}
            </Button>
          )}
          <Button onClick={onClose}>{t('close')}</Button>
        </Row>
      </Stack>
    </Dialog>
  );
}
