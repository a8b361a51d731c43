import { Button, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../../app/api.ts';
import { useCommand } from '../../../app/use-command.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { FieldError } from '../../../ui/Field.tsx';
import { Row, Stack } from '../../../ui/Layout.tsx';
import { clearingKey, periodsQuery } from '../queries.ts';
import { useClearingProblem } from '../use-clearing-problem.ts';

/** Opens a round over all confirmed rows of a counting year. */
export function OpenRound() {
  const { t } = useTranslation('clearing-round');
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="filled" leftSection={<Plus size={18} aria-hidden />} onClick={() => setOpen(true)}>
        {t('open.act')}
      </Button>
      {open && <OpenDialog onClose={() => setOpen(false)} />}
    </>
  );
}

function OpenDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('clearing-round');
  const navigate = useNavigate();
  const problemText = useClearingProblem();
  const periods = useQuery(periodsQuery);
  const years = [...new Set((periods.data ?? []).map((p) => p.code.slice(0, 4)))];
  const [chosen, setChosen] = useState<string>();
  const [fault, setFault] = useState<string>();
  const year = chosen ?? years[0];
  const open = useCommand(client.clearing.openRound, {
    invalidates: [clearingKey],
    onSuccess: ({ id }) => void navigate({ to: '/kliring/$id', params: { id } }),
    onError: (error) => setFault(problemText(error)),
  });
  return (
    <Dialog open title={t('open.title')} onClose={onClose}>
      <form
        noValidate
        onSubmit={(e) => {
          e.preventDefault();
          if (year !== undefined) open.mutate({ year: Number(year) });
        }}
      >
        <Stack>
          <p>{t('open.text')}</p>
          <NativeSelect
            label={t('open.year')}
            description={t('open.yearHint')}
            value={year ?? ''}
            onChange={(e) => {
              setChosen(e.currentTarget.value);
              setFault(undefined);
            }}
            data={years}
          />
          {fault && <FieldError>{fault}</FieldError>}
          <Row>
            <Button type="submit" variant="filled" loading={open.isPending} disabled={year === undefined}>
              {t('open.yes')}
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
