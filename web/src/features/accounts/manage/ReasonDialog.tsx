import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActForm } from './ActForm.tsx';
import { useFormProblems } from './use-form.ts';

interface ReasonDialogProps {
  title: string;
  text: string;
  question: string;
  yes: string;
  busy: boolean;
  /** Set once the server refused. */
  error: Error | null;
  onYes: (reason: string) => void;
  onClose: () => void;
}

/** Asks why, since the reason stays with the account. */
export function ReasonDialog({ title, text, question, yes, busy, error, onYes, onClose }: ReasonDialogProps) {
  const { t } = useTranslation('people');
  const form = useFormProblems('reason');
  const [reason, setReason] = useState('');
  const [told, setTold] = useState<Error | null>(null);
  if (error !== told) {
    setTold(error);
    if (error) form.refused(error);
  }
  return (
    <ActForm
      title={title}
      text={text}
      yes={yes}
      busy={busy}
      problems={form.problems}
      fault={form.fault}
      onSend={() => form.check([['reason', 'reason', reason.trim().length < 3]]) && onYes(reason.trim())}
      onClose={onClose}
    >
      <Textarea
        id="reason-reason"
        label={question}
        description={t('reasonHint')}
        error={form.messageOf('reason')}
        autosize
        minRows={2}
        maxLength={500}
        value={reason}
        onChange={(e) => setReason(e.currentTarget.value)}
      />
    </ActForm>
  );
}
