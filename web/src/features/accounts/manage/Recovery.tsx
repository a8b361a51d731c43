import { Button } from '@mantine/core';
import type { OpenRecovery } from '@simpul/contract/accounts/person';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../ui/FormatProvider.tsx';
import { Panel, Stack } from '../../../ui/Layout.tsx';
import { ReasonDialog } from './ReasonDialog.tsx';

/** A recovery code that is good, or waits for a second person. */
export function RecoveryNote({ recovery, onApprove }: { recovery: OpenRecovery; onApprove: () => void }) {
  const { t } = useTranslation('people');
  const { dateTime } = useFormat();
  const key =
    recovery.state === 'waiting' ? 'waiting' : recovery.approvedByName === null ? 'open' : 'openSecond';
  return (
    <Panel tone="wait">
      <Stack gap="sm">
        <span>
          {t(`recover.${key}`, {
            at: dateTime(recovery.madeAt),
            by: recovery.madeByName ?? t('operator'),
            reason: recovery.reason,
            second: recovery.approvedByName ?? '',
            until: dateTime(recovery.expiresAt),
          })}
        </span>
        {recovery.abilities.approve && (
          <div>
            <Button size="sm" onClick={onApprove}>
              {t('recover.approve')}
            </Button>
          </div>
        )}
      </Stack>
    </Panel>
  );
}

interface ApproveDialogProps {
  name: string;
  busy: boolean;
  error: Error | null;
  onYes: (reason: string) => void;
  onClose: () => void;
}

export function ApproveDialog({ name, ...rest }: ApproveDialogProps) {
  const { t } = useTranslation('people');
  return (
    <ReasonDialog
      title={t('recover.approveTitle', { name })}
      text={t('recover.approveText', { name })}
      question={t('recover.approveWhy')}
      yes={t('recover.approveYes')}
      {...rest}
    />
  );
}
