import { Button, Textarea } from '@mantine/core';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FieldError } from '../../ui/Field.tsx';
import { Row, Stack } from '../../ui/Layout.tsx';

interface ReasonFormProps {
  question: string;
  /** The verb of the act. */
  yes: string;
  busy: boolean;
  fault?: string | undefined;
  children?: ReactNode;
  onYes: (reason: string) => void;
  onNo: () => void;
}

/** Asks why, since the reason goes into the history. */
export function ReasonForm({ question, yes, busy, fault, children, onYes, onNo }: ReasonFormProps) {
  const { t } = useTranslation('clearing');
  const field = useRef<HTMLTextAreaElement>(null);
  // The form takes the place of the button that was pressed: the focus goes with it.
  useEffect(() => field.current?.focus(), []);
  const [reason, setReason] = useState('');
  const [short, setShort] = useState(false);
  return (
    <form
      noValidate
      onSubmit={(e) => {
        e.preventDefault();
        const ok = reason.trim().length >= 3;
        setShort(!ok);
        if (ok) onYes(reason.trim());
      }}
    >
      <Stack gap="sm">
        {children}
        <Textarea
          label={question}
          description={t('why.hint')}
          ref={field}
          autosize
          minRows={2}
          maxLength={500}
          value={reason}
          error={short && t('why.short')}
          onChange={(e) => setReason(e.currentTarget.value)}
        />
        {fault && <FieldError>{fault}</FieldError>}
        <Row>
          <Button type="submit" variant="filled" loading={busy}>
            {yes}
          </Button>
          <Button onClick={onNo} disabled={busy}>
            {t('act.cancel')}
          </Button>
        </Row>
      </Stack>
    </form>
  );
}
