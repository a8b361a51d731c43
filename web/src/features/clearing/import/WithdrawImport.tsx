import { Button } from '@mantine/core';
import { Undo2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../../app/api.ts';
import { useCommand } from '../../../app/use-command.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { showToast } from '../../../ui/toasts.ts';
import { clearingKey, type Import } from '../queries.ts';
import { ReasonForm } from '../ReasonForm.tsx';
import { useClearingProblem } from '../use-clearing-problem.ts';

/** Takes back what was taken in by mistake: the wrong file, the wrong quarter. */
export function WithdrawImport({ imp }: { imp: Import }) {
  const { t } = useTranslation('clearing-import');
  const problemText = useClearingProblem();
  const [asking, setAsking] = useState(false);
  const [fault, setFault] = useState<string>();
  const withdraw = useCommand(client.clearing.withdrawImport, {
    invalidates: [clearingKey],
    onSuccess: () => {
      setAsking(false);
      showToast({ kind: 'ok', text: t('over.withdrawn') });
    },
    onError: (error) => setFault(problemText(error)),
  });
  return (
    <>
      <Button
        leftSection={<Undo2 size={18} aria-hidden />}
        onClick={() => {
          setFault(undefined);
          setAsking(true);
        }}
      >
        {t('act.withdraw')}
      </Button>
      {asking && (
        <Dialog open title={t('withdraw.title')} onClose={() => setAsking(false)}>
          <ReasonForm
            question={t('withdraw.why')}
            yes={t('act.withdraw')}
            busy={withdraw.isPending}
            fault={fault}
            onYes={(reason) => withdraw.mutate({ id: imp.id, version: imp.version, reason })}
            onNo={() => setAsking(false)}
          >
            <p>{t('withdraw.text')}</p>
          </ReasonForm>
        </Dialog>
      )}
    </>
  );
}
