import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../../ui/Dialog.tsx';
import { FieldError } from '../../../ui/Field.tsx';
import { Prose, Row, Stack } from '../../../ui/Layout.tsx';
import { type FieldProblem, ProblemSummary } from '../../../ui/ProblemSummary.tsx';

interface ActFormProps {
  title: string;
  /** What happens, and what cannot be undone. */
  text: ReactNode;
  /** The verb of the act. */
  yes: string;
  busy: boolean;
  problems: readonly FieldProblem[];
  fault: string | undefined;
  onSend: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** The frame of every act on an account: what it does, its few fields, what was wrong, one verb. */
export function ActForm({
  title,
  text,
  yes,
  busy,
  problems,
  fault,
  onSend,
  onClose,
  children,
}: ActFormProps) {
  const { t } = useTranslation('people');
  return (
    <Dialog open wide title={title} onClose={onClose}>
      <form
        noValidate
        onSubmit={(e) => {
          e.preventDefault();
          onSend();
        }}
      >
        <Stack>
          <Prose>{text}</Prose>
          <ProblemSummary problems={problems} />
          {children}
          {fault && <FieldError>{fault}</FieldError>}
          <Row>
            <Button type="submit" variant="filled" loading={busy}>
              {yes}
            </Button>
            <Button onClick={onClose} disabled={busy}>
              {t('cancel')}
            </Button>
          </Row>
        </Stack>
      </form>
    </Dialog>
  );
}
