import { Button, NativeSelect } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../app/api.ts';
import { useCommand } from '../../app/use-command.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { FieldError } from '../../ui/Field.tsx';
import { Row, Stack } from '../../ui/Layout.tsx';
import { useReportProblem } from './use-report-problem.ts';

const yearsBack = 6;

/** Opens the draft of a year; years whose figures are agreed and have no report come first. */
export function CreateReport({ suggested, today }: { suggested: readonly number[]; today: string }) {
  const { t } = useTranslation('reporting');
  const navigate = useNavigate();
  const problemText = useReportProblem();
  const thisYear = Number(today.slice(0, 4));
  const years = [...new Set([...suggested, ...Array.from({ length: yearsBack }, (_, i) => thisYear - i)])];
  const [open, setOpen] = useState(false);
  const [year, setYear] = useState(suggested[0] ?? thisYear - 1);
  const [fault, setFault] = useState<string>();
  const create = useCommand(client.reporting.createReport, {
    onSuccess: ({ id }) => void navigate({ to: '/laporan/$id', params: { id } }),
    onError: (error) => setFault(problemText(error)),
  });
  return (
    <>
      <Button
        variant="filled"
        leftSection={<Plus size={18} aria-hidden />}
        onClick={() => {
          setFault(undefined);
          setOpen(true);
        }}
      >
        {t('create.act')}
      </Button>
      {open && (
        <Dialog open title={t('create.title')} onClose={() => setOpen(false)}>
          <form
            noValidate
            onSubmit={(e) => {
              e.preventDefault();
              create.mutate({ year });
            }}
          >
            <Stack>
              <NativeSelect
                label={t('create.year')}
                description={t('create.hint')}
                value={String(year)}
                data={years.map((y) => ({
                  value: String(y),
                  label: suggested.includes(y) ? t('create.ready', { year: y }) : String(y),
                }))}
                onChange={(e) => setYear(Number(e.currentTarget.value))}
              />
              {fault && <FieldError>{fault}</FieldError>}
              <Row>
                <Button type="submit" variant="filled" loading={create.isPending}>
                  {t('create.act')}
                </Button>
                <Button onClick={() => setOpen(false)} disabled={create.isPending}>
                  {t('cancel')}
                </Button>
              </Row>
            </Stack>
          </form>
        </Dialog>
      )}
    </>
  );
}
