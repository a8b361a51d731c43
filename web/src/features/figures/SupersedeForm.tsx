import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../app/api.ts';
import { useCommand } from '../../app/use-command.ts';
import { FieldError } from '../../ui/Field.tsx';
import { Row, Stack } from '../../ui/Layout.tsx';
import { showToast } from '../../ui/toasts.ts';
import { useFigureProblem } from './use-figure-problem.ts';

/** Takes a published figure out of use; it stays readable with the reason. */
export function SupersedeForm({ id, onDone }: { id: string; onDone: () => void }) {
  const { t } = useTranslation('figures');
  const problemText = useFigureProblem();
  const [reason, setReason] = useState('');
  const [fault, setFault] = useState<string>();
  const withdraw = useCommand(client.figures.supersedeFigure, {
    onSuccess: () => {
      onDone();
      showToast({ kind: 'ok', text: t('withdraw.done') });
    },
    onError: (error) => setFault(problemText(error)),
  });
  return (
    <form
      noValidate
      onSubmit={(e) => {
        e.preventDefault();
        const why = reason.trim();
        if (why.length < 5) setFault(t('withdraw.short'));
        else withdraw.mutate({ id, reason: why, by: null });
      }}
    >
      <Stack gap="sm">
        <Textarea
          data-autofocus
          label={t('withdraw.why')}
          description={t('withdraw.hint')}
          autosize
          minRows={2}
          maxLength={400}
          value={reason}
          onChange={(e) => setReason(e.currentTarget.value)}
        />
        {fault && <FieldError>{fault}</FieldError>}
        <Row>
          <Button type="submit" variant="filled" loading={withdraw.isPending}>
            {t('panel.withdraw')}
          </Button>
          <Button onClick={onDone} disabled={withdraw.isPending}>
            {t('cancel')}
          </Button>
        </Row>
      </Stack>
    </form>
  );
}
