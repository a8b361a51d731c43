import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from './Dialog.tsx';
import { Row } from './Layout.tsx';

interface ConfirmProps {
  open: boolean;
  /** The question itself. */
  title: string;
  /** What happens on yes, and what cannot be undone. */
  children: ReactNode;
  /** The verb of the act: "Cabut sesi", never "Ya". */
  yes: string;
  onYes: () => void;
  onNo: () => void;
  busy?: boolean;
  /** Red is kept for deleting. */
  danger?: boolean;
}

export function Confirm({
  open,
  title,
  children,
  yes,
  onYes,
  onNo,
  busy = false,
  danger = false,
}: ConfirmProps) {
  const { t } = useTranslation('ui');
  return (
    <Dialog open={open} title={title} onClose={onNo}>
      <div>{children}</div>
      <Row top>
        <Button variant="filled" color={danger ? 'danger' : 'brand'} onClick={onYes} loading={busy}>
          {yes}
        </Button>
        <Button onClick={onNo} disabled={busy}>
          {t('cancel')}
        </Button>
      </Row>
    </Dialog>
  );
}
