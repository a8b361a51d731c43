import { Button } from '@mantine/core';
import { Check, CheckCheck, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../../app/api.ts';
import { useCommand } from '../../../app/use-command.ts';
import { Confirm } from '../../../ui/Confirm.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { FieldError } from '../../../ui/Field.tsx';
import { useFormat } from '../../../ui/FormatProvider.tsx';
import { Stack } from '../../../ui/Layout.tsx';
import { showToast } from '../../../ui/toasts.ts';
import classes from '../Clearing.module.css';
import { clearingKey, type Round } from '../queries.ts';
import { ReasonForm } from '../ReasonForm.tsx';
import { useClearingProblem } from '../use-clearing-problem.ts';

/** One act over all pairs that agree in NIK, name, birth date and sex. Each can be taken back by itself. */
export function DecideClear({ round }: { round: Round }) {
  const { t } = useTranslation('clearing-round');
  const { number } = useFormat();
  const problemText = useClearingProblem();
  const [open, setOpen] = useState(false);
  const [fault, setFault] = useState<string>();
  const values = { count: round.clear, number: number(round.clear) };
  const decide = useCommand(client.clearing.decideClear, {
    invalidates: [clearingKey],
    onSuccess: () => {
      setOpen(false);
      showToast({ kind: 'ok', text: t('clear.done', values) });
    },
    onError: (error) => setFault(problemText(error)),
  });
  return (
    <>
      <Button
        leftSection={<CheckCheck size={18} aria-hidden />}
        onClick={() => {
          setFault(undefined);
          setOpen(true);
        }}
      >
        {t('clear.act', values)}
      </Button>
      {open && (
        <Dialog open title={t('clear.title', values)} onClose={() => setOpen(false)}>
          <ReasonForm
            question={t('clear.why')}
            yes={t('clear.act', values)}
            busy={decide.isPending}
            fault={fault}
            onYes={(reason) => decide.mutate({ id: round.id, expected: round.clear, reason })}
            onNo={() => setOpen(false)}
          >
            <p>{t('clear.text', values)}</p>
          </ReasonForm>
        </Dialog>
      )}
    </>
  );
}

/** Closes the round. Says what becomes fixed, and what was left unsure or unsigned. */
export function AgreeRound({ round }: { round: Round }) {
  const { t } = useTranslation('clearing-round');
  const { number } = useFormat();
  const problemText = useClearingProblem();
  const [open, setOpen] = useState(false);
  const [fault, setFault] = useState<string>();
  const agree = useCommand(client.clearing.agreeRound, {
    onSuccess: () => {
      setOpen(false);
      showToast({ kind: 'ok', text: t('agree.done', { year: round.year }) });
    },
    onError: (error) => setFault(problemText(error)),
  });
  const { unsigned } = round;
  return (
    <>
      <Button
        variant="filled"
        leftSection={<Check size={18} aria-hidden />}
        onClick={() => {
          setFault(undefined);
          setOpen(true);
        }}
      >
        {t('agree.act')}
      </Button>
      <Confirm
        open={open}
        title={t('agree.title', { year: round.year })}
        yes={t('agree.act')}
        busy={agree.isPending}
        onYes={() => agree.mutate({ id: round.id, version: round.version })}
        onNo={() => setOpen(false)}
      >
        <Stack gap="sm">
          <ul className={classes['bullets']}>
            <li>{t('agree.fixed')}</li>
            <li>{t('agree.figures', { year: round.year })}</li>
            <li>{t('agree.earlier', { year: round.year })}</li>
            {round.unsure > 0 && (
              <li>{t('agree.unsure', { count: round.unsure, number: number(round.unsure) })}</li>
            )}
            {unsigned.length > 0 && (
              <li>
                {t('agree.unsigned', {
                  count: unsigned.length,
                  agencies: unsigned.map((s) => s.agencyName).join('; '),
                })}
              </li>
            )}
          </ul>
          {fault && <FieldError>{fault}</FieldError>}
        </Stack>
      </Confirm>
    </>
  );
}

export function CancelRound({ round }: { round: Round }) {
  const { t } = useTranslation('clearing-round');
  const problemText = useClearingProblem();
  const [open, setOpen] = useState(false);
  const cancel = useCommand(client.clearing.cancelRound, {
    invalidates: [clearingKey],
    onSuccess: () => setOpen(false),
    onError: (error) => showToast({ kind: 'late', text: problemText(error) }),
  });
  return (
    <>
      <Button leftSection={<X size={18} aria-hidden />} onClick={() => setOpen(true)}>
        {t('cancelRound.act')}
      </Button>
      <Confirm
        open={open}
        title={t('cancelRound.title', { year: round.year })}
        yes={t('cancelRound.act')}
        busy={cancel.isPending}
        onYes={() => cancel.mutate({ id: round.id, version: round.version })}
        onNo={() => setOpen(false)}
      >
        <p>{t('cancelRound.text')}</p>
      </Confirm>
    </>
  );
}
