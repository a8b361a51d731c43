import { Button, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../../app/api.ts';
import { useCommand } from '../../../app/use-command.ts';
import { useToday } from '../../../app/use-today.ts';
import { Confirm } from '../../../ui/Confirm.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { FieldError } from '../../../ui/Field.tsx';
import { useFormat } from '../../../ui/FormatProvider.tsx';
import { Row, Stack } from '../../../ui/Layout.tsx';
import { showToast } from '../../../ui/toasts.ts';
import { useSearchState } from '../../../ui/use-search-state.ts';
import { clearingKey, type Period, periodAgenciesQuery } from '../queries.ts';
import { useClearingProblem } from '../use-clearing-problem.ts';
import { useWords } from '../use-words.ts';
import { quartersToOpen } from './quarters.ts';

/** Closes the quarter on the screen, or opens it again. */
export function CloseOrReopen({ period }: { period: Period }) {
  const { t } = useTranslation('clearing-round');
  const { number } = useFormat();
  const words = useWords();
  const problemText = useClearingProblem();
  const agencies = useQuery(periodAgenciesQuery(period.code));
  const waiting = agencies.data?.filter((a) => !a.signedOffAt).length ?? 0;
  const [asking, setAsking] = useState(false);
  const [fault, setFault] = useState<string>();
  const values = { period: words.period(period.code) };
  const reopen = useCommand(client.clearing.openPeriod, {
    invalidates: [clearingKey],
    onSuccess: () =>
      showToast({ kind: 'ok', text: t('quarter.opened', { period: words.Period(period.code) }) }),
    onError: (error) => showToast({ kind: 'late', text: problemText(error) }),
  });
  const close = useCommand(client.clearing.closePeriod, {
    invalidates: [clearingKey],
    onSuccess: () => {
      setAsking(false);
      showToast({ kind: 'ok', text: t('quarter.closed', { period: words.Period(period.code) }) });
    },
    onError: (error) => setFault(problemText(error)),
  });
  if (period.state === 'closed')
    return (
      <Button loading={reopen.isPending} onClick={() => reopen.mutate({ code: period.code })}>
        {t('quarter.again', values)}
      </Button>
    );
  return (
    <>
      <Button
        onClick={() => {
          setFault(undefined);
          setAsking(true);
        }}
      >
        {t('quarter.close', values)}
      </Button>
      <Confirm
        open={asking}
        title={t('quarter.closeTitle', values)}
        yes={t('quarter.close', values)}
        busy={close.isPending}
        onYes={() => close.mutate({ code: period.code })}
        onNo={() => setAsking(false)}
      >
        <Stack gap="sm">
          <p>{t('quarter.closeText', values)}</p>
          {waiting > 0 && <p>{t('quarter.closeWaiting', { count: waiting, number: number(waiting) })}</p>}
          {fault && <FieldError>{fault}</FieldError>}
        </Stack>
      </Confirm>
    </>
  );
}

/** Opens a quarter that agencies could not hand in for before; the latest that is missing is proposed. */
export function OpenQuarter({ periods, filled = false }: { periods: readonly Period[]; filled?: boolean }) {
  const { t } = useTranslation('clearing-round');
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant={filled ? 'filled' : 'default'} onClick={() => setOpen(true)}>
        {t('quarter.open')}
      </Button>
      {open && <OpenDialog periods={periods} onClose={() => setOpen(false)} />}
    </>
  );
}

function OpenDialog({ periods, onClose }: { periods: readonly Period[]; onClose: () => void }) {
  const { t } = useTranslation('clearing-round');
  const words = useWords();
  const problemText = useClearingProblem();
  const { set } = useSearchState();
  const choices = quartersToOpen(
    periods.map((p) => p.code),
    useToday(),
  );
  const [chosen, setChosen] = useState(choices[0]);
  const [fault, setFault] = useState<string>();
  const open = useCommand(client.clearing.openPeriod, {
    invalidates: [clearingKey],
    onSuccess: ({ id }) => {
      onClose();
      set({ periode: id }, true);
      showToast({ kind: 'ok', text: t('quarter.opened', { period: words.Period(id) }) });
    },
    onError: (error) => setFault(problemText(error)),
  });
  return (
    <Dialog open title={t('quarter.open')} onClose={onClose}>
      <form
        noValidate
        onSubmit={(e) => {
          e.preventDefault();
          if (chosen !== undefined) open.mutate({ code: chosen });
        }}
      >
        <Stack>
          <p>{t('quarter.text')}</p>
          <NativeSelect
            label={t('quarter.which')}
            value={chosen ?? ''}
            onChange={(e) => {
              setChosen(e.currentTarget.value);
              setFault(undefined);
            }}
            data={choices.map((code) => ({ value: code, label: words.Period(code) }))}
          />
          {fault && <FieldError>{fault}</FieldError>}
          <Row>
            <Button type="submit" variant="filled" loading={open.isPending} disabled={chosen === undefined}>
              {t('quarter.open')}
            </Button>
            <Button onClick={onClose} disabled={open.isPending}>
              {t('act.cancel')}
            </Button>
          </Row>
        </Stack>
      </form>
    </Dialog>
  );
}
