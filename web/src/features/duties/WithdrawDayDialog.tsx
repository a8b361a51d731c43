import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../app/api.ts';
import { useCommand } from '../../app/use-command.ts';
import { useProblemText } from '../../app/use-problem-text.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { useFormat } from '../../ui/FormatProvider.tsx';
import { Stack } from '../../ui/Layout.tsx';
import { showToast } from '../../ui/toasts.ts';
import type { CalendarDay } from './queries.ts';
import { ReasonForm } from './ReasonForm.tsx';

/** Takes back an entry made by hand. */
export function WithdrawDayDialog({ day, onClose }: { day: CalendarDay; onClose: () => void }) {
  const { t } = useTranslation('duties');
  const { date } = useFormat();
  const problemText = useProblemText();
  const [fault, setFault] = useState<string>();
  const withdraw = useCommand(client.duties.withdrawCalendarDay, {
    onSuccess: () => {
      onClose();
      showToast({ kind: 'ok', text: t('acted.withdraw') });
    },
    onError: (error) => setFault(problemText(error)),
  });
  return (
    <Dialog open title={t('withdrawDay.title', { day: date(day.date) })} onClose={onClose}>
      <Stack>
        <p>{t('withdrawDay.text')}</p>
        <ReasonForm
          question={t('withdrawDay.reason')}
          yes={t('withdrawDay.yes')}
          busy={withdraw.isPending}
          fault={fault}
          onYes={(reason) => withdraw.mutate({ date: day.date, reason: reason.slice(0, 200) })}
          onNo={onClose}
        />
      </Stack>
    </Dialog>
  );
}
